"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "power-heat-auxiliaries": (
        "assumed: no house electricity serves heat alone; all of it is split by the share of fuel",
        "假定：无纯供热用厂用电，厂用电全部按供热比分摊",
    ),
    "power-no-heat": ("the unit supplies no heat", "机组不供热"),
    "power-no-heat-limit": ("the standard has no heat limit for this class", "标准未规定该等级的供热限额"),
    "power-heat-share": (
        "the share of fuel for heat comes out above 100 %: check enthalpies and steam",
        "供热比超过 100 %：请核对焓值和蒸汽量",
    ),
    "power-supplied-above-generation": (
        "{found} is supplied, but only {bound} is generated",
        "供电量为 {found}，而发电量仅为 {bound}",
    ),
    "power-products-above-fuel": (
        "{found} of electricity and heat is supplied, but the fuel holds only {bound}",
        "供电供热量合计为 {found}，而燃料热量仅为 {bound}",
    ),
    "power-heat-above-input": (
        "{found} of heat is supplied, but the turbine plant gets only {bound} from the boiler",
        "供热量为 {found}，而锅炉供给汽轮机的热量仅为 {bound}",
    ),
}
