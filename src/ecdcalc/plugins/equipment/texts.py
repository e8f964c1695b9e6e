"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "equipment-check-only": (
        "a check against a limit; nothing is counted",
        "仅为达标核算，不计入能耗和排放",
    ),
    "equipment-source-only": (
        "only what a source emits to air is counted; energy, its CO2 and water stand in the process that uses them",
        "仅核算大气污染物排放；能源及其二氧化碳、用水在使用工序中核算",
    ),
    "equipment-carbon-only": ("only process CO2 is counted", "仅核算过程二氧化碳"),
    "equipment-water-only": ("only water pollution is counted", "仅核算水污染物"),
    "equipment-gas-only": ("only a greenhouse gas is counted", "仅核算温室气体"),
    "equipment-none-recovered": ("assumed: no gas is recovered", "假定：无气体回收"),
    "equipment-elsewhere": (
        "no fuel is burnt here: what its energy emits is emitted where it is made",
        "此处不燃烧燃料：污染物在能源生产处排放",
    ),
    "equipment-no-water": ("no waste water is counted for firing equipment", "燃烧设备不核算废水"),
    "equipment-boiler-apart": (
        "the flue gas of the boiler beside a heat pump is counted with that boiler",
        "热泵旁锅炉的烟气在该锅炉工序中核算",
    ),
    "equipment-heat-at-use": (
        "assumed: heat is counted where it is used, without boiler and network",
        "假定：热量按使用处计，不计锅炉和管网损失",
    ),
    "equipment-bare-pipe": (
        "assumed: 0.8, oxidised or painted steel; bright metal has less",
        "假定：0.8（氧化或涂漆钢管；光亮金属更低）",
    ),
    "equipment-no-blowdown": ("assumed: no blow-down", "假定：无排污"),
    "equipment-full-speed": ("assumed: full speed", "假定：全速运行"),
    "equipment-compressibility": ("assumed: pressure too low to compress the gas", "假定：压力较低，不计压缩性"),
    "equipment-reaction-gas": (
        "the reaction formula is that of natural gas; for another fuel take flue_method = by-fuel or siegert",
        "反应式法仅适用于天然气；其他燃料请用 flue_method = by-fuel 或 siegert",
    ),
    "equipment-air-around": ("assumed: air of 0.1 MPa around", "假定：环境大气压0.1 MPa"),
    "equipment-inlet": ("assumed: air drawn at 0.1 MPa", "假定：吸气压力0.1 MPa"),
    "equipment-one-stage": ("assumed: one stage of compression", "假定：单级压缩"),
    "equipment-no-condensate": ("assumed: no condensate is blown off", "假定：无凝结水闪蒸"),
    "equipment-no-flash-use": ("assumed: no flash steam is used", "假定：不回收闪蒸汽"),
    "equipment-no-auxiliaries": ("assumed: no electricity of auxiliaries", "假定：无辅机用电"),
    "equipment-all-lit": ("assumed: all lamps are on while it is lit", "假定：照明期间全部开启"),
    "equipment-no-towers": ("assumed: no cooling towers", "假定：无冷却塔"),
    "equipment-steam-above-fuel": (
        "the steam carries {found}, fuel and electricity only {bound}",
        "蒸汽带出热量 {found} 大于输入热量 {bound}",
    ),
    "equipment-heat-above-fuel": ("{found} of heat out of {bound} put in", "产出热量 {found} 大于输入热量 {bound}"),
    "equipment-above-plate": (
        "{found} is more than the rating of the machine, {bound}",
        "{found} 超过设备额定值 {bound}",
    ),
    "equipment-above-rating": (
        "{found} claimed, at its rating over its time it gives {bound}",
        "产出 {found} 超过额定功率乘时间 {bound}",
    ),
    "equipment-losses-above-fuel": (
        "losses of {found}, more than {bound} of the fuel",
        "热损失 {found} 大于燃料热量的 {bound}",
    ),
    "equipment-work-above-power": (
        "{found} of useful work, but {bound} drawn",
        "有效功 {found} 大于输入 {bound}",
    ),
    "equipment-static-above-design": (
        "static part {found} above the whole, {bound}",
        "静态部分 {found} 大于总值 {bound}",
    ),
    "equipment-design-above-shutoff": (
        "head {found} at the design flow above that at no flow, {bound}",
        "设计流量扬程 {found} 高于关死点扬程 {bound}",
    ),
    "equipment-below-isothermal": (
        "{found} drawn, but isothermal compression takes {bound} at least",
        "输入功率 {found} 低于等温压缩最小功率 {bound}",
    ),
    "equipment-more-repaired": ("{found} left: more repaired than there were", "剩余 {found}：修复量超过原有量"),
    "equipment-flash-above-steam": (
        "flash pressure {found} above steam pressure {bound}",
        "闪蒸压力 {found} 高于蒸汽压力 {bound}",
    ),
    "equipment-above-isentropic": (
        "{found} of power, isentropic expansion gives {bound} at most",
        "发电功率 {found} 大于等熵功率 {bound}",
    ),
    "equipment-outlet-above-inlet": (
        "outlet pressure {found} above inlet pressure {bound}",
        "排汽压力 {found} 高于进汽压力 {bound}",
    ),
    "equipment-above-exergy": (
        "efficiency {found} above what the two temperatures allow, {bound}",
        "效率 {found} 高于两个温度允许的最大值 {bound}",
    ),
    "equipment-cold-above-hot": (
        "the cold side of {found} is above the hot side of {bound}",
        "冷端 {found} 高于热端 {bound}",
    ),
    "equipment-colder-than-surroundings": (
        "surroundings of {found} cannot cool a stream to {bound}",
        "环境温度 {found}，不能将介质冷却到 {bound}",
    ),
    "equipment-loss-above-throughput": (
        "{found} lost of {bound} that passes",
        "损耗 {found} 大于通过电量 {bound}",
    ),
    "equipment-air-above-flue-gas": (
        "air of {found} is hotter than the flue gas, {bound}",
        "进风温度 {found} 高于排烟温度 {bound}",
    ),
    "equipment-below-ambient-pressure": (
        "an absolute pressure of {found} is below that of the air around, {bound}: nothing blows off; "
        "is it a gauge pressure?",
        "绝对压力 {found} 低于环境大气压 {bound}，不会向外泄漏；是否为表压？",
    ),
    "equipment-charge-cools": (
        "the charge goes in at {found} and comes out at {bound}: a furnace does not cool it",
        "物料入炉温度 {found} 高于出炉温度 {bound}，炉窑不会使其降温",
    ),
    "equipment-hotter-than-furnace": (
        "{found} is hotter than the furnace inside, {bound}",
        "{found} 高于炉膛温度 {bound}",
    ),
    "equipment-inlet-above-outlet": (
        "inlet pressure {found} above outlet pressure {bound}",
        "进口压力 {found} 高于出口压力 {bound}",
    ),
    "equipment-loss-above-fuel": (
        "a loss of {found}, more than {bound} of the fuel",
        "热损失 {found} 大于燃料热量的 {bound}",
    ),
    "equipment-loss-below-zero": ("a loss of {found}, below {bound}", "热损失 {found} 低于 {bound}"),
    "equipment-steam-below-saturation": (
        "superheated steam of {found} lies below saturation, {bound}: at this pressure it is water",
        "过热蒸汽温度 {found} 低于饱和温度 {bound}：该压力下为水",
    ),
    "equipment-steam-colder-than-water": (
        "the steam carries {found} above its feed water, less than {bound}",
        "蒸汽相对给水的热量 {found} 低于 {bound}",
    ),
    "equipment-water-above-saturation": (
        "water of {found} lies above saturation, {bound}: at this pressure it is steam",
        "水温 {found} 高于饱和温度 {bound}：该压力下为蒸汽",
    ),
}
