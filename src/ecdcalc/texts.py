"""Every sentence that ecdcalc says, in English and in Chinese, by key."""

from __future__ import annotations

LANGUAGES = ("en", "zh")

MESSAGES: dict[str, tuple[str, str]] = {
    # reading numbers and units
    "text-too-long": (
        "the text {found!r} is longer than {most} characters",
        "文本 {found!r} 超过 {most} 个字符",
    ),
    "unit-too-long": (
        "the unit {found!r} is longer than {most} characters",
        "单位 {found!r} 超过 {most} 个字符",
    ),
    "unit-grammar": (
        "{found!r} is not a unit; write for example kgce/t, 万m3 or kWh/(t·km)",
        "{found!r} 不是单位；请写成如 kgce/t、万m3 或 kWh/(t·km)",
    ),
    "unit-unknown": ("unknown unit {found!r}; did you mean {near}?", "未知单位 {found!r}；是否指 {near}？"),
    "unit-offset": (
        "{found!r}: degrees Celsius stand alone; differences are given in K",
        "{found!r}：摄氏度不能与其他单位组合；温差请用 K",
    ),
    "unit-missing": (
        '{found} has no unit; accepted is {asked}, for example "{example}"',
        '{found} 没有单位；应为 {asked}，例如 "{example}"',
    ),
    "unit-kind": (
        '{found} measures something else; accepted is {asked}, for example "{example}"',
        '{found} 的量纲不符；应为 {asked}，例如 "{example}"',
    ),
    "not-a-number": (
        '{found!r} is not a number with a unit; write for example "12.5 kgce/t"',
        '{found!r} 不是带单位的数；请写成如 "12.5 kgce/t"',
    ),
    "not-finite": ("{found!r} is not a finite number", "{found!r} 不是有限数"),
    "range-order": ("{found!r}: the lower end lies above the upper", "{found!r}：下限大于上限"),
    "condition-grammar": (
        '{found!r} is no condition; write for example "capacity <= 200 MW"',
        '{found!r} 不是条件；请写成如 "capacity <= 200 MW"',
    ),
    "branches-differ": (
        "the branches of a choice differ in dimension: {one} and {other}",
        "分支的量纲不同：{one} 与 {other}",
    ),
    # reading plant files
    "input-has-problems": ("the input has {count} mistake(s)", "输入有 {count} 处错误"),
    "required": ("is required; for example {example}", "必须给出；例如 {example}"),
    "unknown-key": ("unknown key; known here: {near}", "未知的键；此处可用：{near}"),
    "unknown-key-near": ("unknown key; did you mean {near}?", "未知的键；是否指 {near}？"),
    "not-an-option": ("found {found!r}; accepted: {options}", "出现 {found!r}；可选：{options}"),
    "not-a-table": ("found {found}; a table is expected here", "出现 {found}；此处应为表"),
    "not-a-list": (
        "found {found}; a list of tables is expected, written [[{table}]]",
        "出现 {found}；此处应为表的列表，写作 [[{table}]]",
    ),
    "one-only": ("there can be one only, written [{table}]", "只能有一个，写作 [{table}]"),
    "not-text": ("found {found}; text is expected here", "出现 {found}；此处应为文本"),
    "not-a-date": (
        "found {found!r}; a date such as 2023-09-30 is expected",
        "出现 {found!r}；应为日期，如 2023-09-30",
    ),
    "not-a-year": ("found {found!r}; a year such as 2025 is expected", "出现 {found!r}；应为年份，如 2025"),
    "out-of-bounds": ("{found} must be {sign} {bound} {unit}", "{found} 应 {sign} {bound} {unit}"),
    "name-twice": ("the name {found!r} is used twice", "名称 {found!r} 重复"),
    "file-missing": ("no such file", "文件不存在"),
    "file-directory": ("is a folder, not a file", "是文件夹而不是文件"),
    "file-unreadable": ("cannot be read: {reason}", "无法读取：{reason}"),
    "file-too-large": (
        "is larger than {most} MB; a plant file is a few kB (for tables use a table file)",
        "超过 {most} MB；企业文件通常只有几 kB（大表请用表格文件）",
    ),
    "file-binary": ("is a binary file; a TOML text is expected", "是二进制文件；应为 TOML 文本"),
    "file-not-utf8": (
        "is not UTF-8 (byte {position}); if it is in the usual Chinese encoding, add --encoding gb18030",
        "不是 UTF-8 编码（第 {position} 字节）；若为国标编码，请加 --encoding gb18030",
    ),
    "file-not-toml": ("is not TOML: {reason}", "不是有效的 TOML：{reason}"),
    "output-unwritable": ("cannot be written: {reason}", "无法写入：{reason}"),
    "columns-missing": ("the columns {names} are missing", "缺少列：{names}"),
    "document-required": ("every value needs the document that it comes from", "每个数值都须注明来源文件"),
    "no-processes": (
        "no process is given; a {sector} plant has: {known}",
        "没有给出任何工序；{sector}可用：{known}",
    ),
    "sector-other": (
        "the file is of the sector {found!r}, not {asked!r}",
        "文件的行业是 {found!r}，而不是 {asked!r}",
    ),
    "closed-new": ("a process cannot be both new and closed", "一个工序不能既是新建又是关停"),
    "plan-form": ("{message}", "{message}"),
    # names
    "factor-unknown": ("no factor {found!r}; did you mean {near}?", "没有系数 {found!r}；是否指 {near}？"),
    "limit-unknown": ("no limit {found!r}; did you mean {near}?", "没有限额 {found!r}；是否指 {near}？"),
    "plan-unknown": ("no plan {found!r}; known: {near}", "没有方案 {found!r}；已有：{near}"),
    "sector-unknown": ("no sector {found!r}; known: {near}", "没有行业 {found!r}；已有：{near}"),
    "sector-broken": ("the plugin {found!r} does not load: {problem}", "插件 {found!r} 无法加载：{problem}"),
    "process-unknown": (
        "no process {found!r} in the sector {sector}; did you mean {near}?",
        "行业 {sector} 没有工序 {found!r}；是否指 {near}？",
    ),
    "measure-unknown": ("no measure {found!r}; did you mean {near}?", "没有措施 {found!r}；是否指 {near}？"),
    "measure-elsewhere": (
        "the measure {found!r} is for {on}, not for this process",
        "措施 {found!r} 适用于{on}，不适用于本工序",
    ),
    "measure-not-applicable": (
        "{found} does not apply here: it needs {condition}",
        "{found} 不适用：需要 {condition}",
    ),
    "measure-exclusive": (
        "{one} and {other} save the same energy and cannot be added",
        "{one} 与 {other} 节约的是同一份能量，不能相加",
    ),
    "measure-carrier": (
        'say which carrier {found} saves: carrier = "…"',
        '请说明 {found} 节约哪种能源：carrier = "…"',
    ),
    "carrier-missing": (
        'the measure saves {carrier}, which the process does not use; name another with carrier = "…"',
        '措施节约的是 {carrier}，而该工序没有使用；请用 carrier = "…" 指明',
    ),
    "path-unknown": ("no value {found!r}; known here: {near}", "没有 {found!r}；此处可用：{near}"),
    "target-unknown": ("no target {found!r} in the plan {plan}", "方案 {plan} 中没有目标 {found!r}"),
    "formula-without-unit": (
        "{formula}: {argument} has no unit in its type hint",
        "{formula}：{argument} 的类型注解没有单位",
    ),
    "carrier-unknown": (
        "no energy carrier {found!r}; did you mean {near}?",
        "没有能源品种 {found!r}；是否指 {near}？",
    ),
    "factor-range": (
        "{id} is a range ({range}), not a value: use a measured heating value",
        "{id} 是范围（{range}）而不是定值：请用实测热值",
    ),
    "primary-needs-year": (
        "the primary-equivalent value of electricity changes with the year: give --year",
        "电力等价值逐年变化：请给出 --year",
    ),
    "primary-no-year": (
        "no supply coal rate of {year} is published in the data; give another year or your own factor",
        "数据中没有 {year} 年供电标准煤耗；请换年份或给出自己的系数",
    ),
    "primary-heat": (
        "the primary-equivalent value of heat is the supplier's own rate: multiply by that",
        "热力等价值取供热单位的供热标准煤耗，请自行给出",
    ),
    "contract-broken": (
        "the sector {sector} breaks the contract:\n  {problems}",
        "行业 {sector} 不符合插件约定：\n  {problems}",
    ),
    "column-without-unit": (
        'the column has no unit; write it in the header, for example "{example}"',
        '该列没有单位；请写在表头，例如 "{example}"',
    ),
    "disk-full": (
        "cannot be written: the disk is full. The finished parts are kept; make room and add --resume",
        "无法写入：磁盘已满。已完成的部分保留；腾出空间后加 --resume 继续",
    ),
    "group-unknown": ("no column to group by has this name; near: {near}", "没有可供分组的此列；相近的有：{near}"),
    "resume-differs": (
        "the parts here are of another run (input, options or version differ); run without --resume",
        "此处的部分结果属于另一次运行（输入、选项或版本不同）；请不带 --resume 运行",
    ),
    "table-broken": ("is damaged or of another form: {reason}", "已损坏或格式不符：{reason}"),
    "table-columns-differ": ("has other columns than the first file: {columns}", "与第一个文件的列不同：{columns}"),
    "table-extra": ("needs the package {package}: pip install ecdcalc[tables]", "需要软件包 {package}：pip install ecdcalc[tables]"),
    "table-kind": ("is no table that is read; accepted are {kinds}", "不是可读取的表格；可用 {kinds}"),
    "table-none": ("no such file, and no {kinds} under that name", "没有该文件，该名称下也没有 {kinds}"),
    "table-row-broken": (
        "line {line} has {found} cells, the header has {asked}; nothing was written",
        "第 {line} 行有 {found} 个单元格，表头有 {asked} 个；未写出结果",
    ),
    "table-too-long": ("{rows} rows do not fit an XLSX sheet; write Parquet or CSV", "{rows} 行超出 XLSX 工作表上限；请写 Parquet 或 CSV"),
    "table-which": ("give {option}, or a column of that name", "请给出 {option}，或在表中加入同名列"),
    "column-required": ('a column is required, for example "{example}"', '缺少必需的列，例如 "{example}"'),
    # results
    "assumed-run-rate": ("assumed: the device ran whenever the process did", "假定：治理设施与生产同步运行"),
    "grade-distance": ("level {level} is {distance} away", "距 {level} 级还差 {distance}"),
    "grade-correction": (
        "the standard corrects the limit; give --shift or --scale, or --uncorrected: {correction}",
        "该标准对限值有修正；请给出 --shift 或 --scale，或用 --uncorrected：{correction}",
    ),
    "grade-no-inputs": (
        "no sector computes the correction of {product}: give --shift or --scale",
        "没有行业计算 {product} 的修正：请给出 --shift 或 --scale",
    ),
    "lacks-inputs": ("not given: {names}", "未给出：{names}"),
    "no-generation-factor": (
        "no generation factor in the data for this process; give a monitored value",
        "数据中没有该工序的产污系数；请给出监测值",
    ),
    "no-source-class": ("this process has no source of it", "该工序没有此项来源"),
    "target-elsewhere": ("not applicable here: it belongs to {where}", "不适用于此：属于 {where}"),
    "target-no-indicator": (
        "the plan gives no quantity that one plant can be held against",
        "方案未给出可对单个企业评估的数值",
    ),
    "target-no-process": ("this plant has no {process}", "该企业没有 {process}"),
    "target-none-fits": ("no process here meets: {conditions}", "没有符合条件的工序：{conditions}"),
    "target-no-number": (
        "the plan gives no number; give it as targets.{id}",
        "方案未给出数值；请用 targets.{id} 给出",
    ),
    "target-closed": ("the process is closed", "该工序已关停"),
    "counted-in-processes": ("counted in the processes", "已计入各工序"),
    "outside-table": (
        "a correction is asked for outside the table of the standard",
        "修正系数超出标准表格范围",
    ),
    "nonferrous-no-voc": (
        "the data have no VOC factor for nonferrous smelting; solvents are counted where they are used",
        "数据中没有有色冶炼的挥发性有机物产污系数；溶剂在使用环节核算",
    ),
    "nonferrous-below-faraday": (
        "{found} is claimed, but at this cell voltage Faraday's law needs {bound} even if no current were lost",
        "给出的电耗为 {found}，而按该槽电压，即使电流效率为100 %，法拉第定律也需要 {bound}",
    ),
    "nonferrous-below-enthalpy": (
        "{found} is claimed, but electrolysis with carbon anodes takes at least {bound}",
        "给出的电耗为 {found}，而碳阳极铝电解的热力学最低电耗为 {bound}",
    ),
    "nonferrous-above-faraday": (
        "{found} is claimed, but the line current can make at most {bound} by Faraday's law",
        "给出的铝液产量为 {found}，而按法拉第定律该系列电流最多产铝 {bound}",
    ),
    "nonferrous-sulphur": (
        "{found} of sulphur is fixed, but only {bound} enters with the feed",
        "固定硫量为 {found}，而入炉硫量仅为 {bound}",
    ),
    "building-no-process-water": (
        "a dry process: its cooling and household water is counted where it is treated",
        "干法工序，无工艺废水；冷却与生活污水在处理环节核算",
    ),
    "building-no-alternative-fuel": ("assumed: no alternative fuel is burnt", "假定：未使用替代燃料"),
    "building-no-carbonate-free-feed": (
        "assumed: all calcium comes from carbonates, none from slag or hydrated lime",
        "假定：钙质原料全部为碳酸盐，未使用电石渣等",
    ),
    "building-no-further-correction": (
        "assumed: no further correction; the values of the standard's other factors are not public",
        "假定：无其他修正；标准中其余修正系数未公开",
    ),
    "building-below-formation": (
        "the heat of formation {found} is more than the heat that is fired, {bound}",
        "熟料形成热 {found} 大于入窑热量 {bound}",
    ),
    "building-waste-heat": (
        "{found} of electricity is claimed from {bound} of waste heat",
        "余热发电量 {found} 大于可用余热 {bound}",
    ),
    "building-clinker-share": (
        "{found} of clinker is used in only {bound} of cement",
        "熟料用量 {found} 大于水泥产量 {bound}",
    ),
    "zero-denominator": ("division by zero: {names} is zero", "除数为零：{names} 为零"),
    "steel-more-out-than-in": (
        "the process gives out {found}, more than the {bound} of energy that it takes in",
        "该工序输出能源 {found}，超过输入的 {bound}",
    ),
    "steel-more-saved-than-burnt": (
        "the reheating furnaces would burn {bound} of fuel and give out {found}: more is saved than burnt",
        "加热炉消耗燃料 {bound}、输出 {found}：节约量超过消耗量",
    ),
    "steel-no-gas-factor": (
        "a fuel of this process has no generation factor in the data; give a monitored value",
        "数据中没有该工序某种燃料的产污系数；请给出监测值",
    ),
    "steel-no-voc-factor": (
        "no VOC factor in the data for auxiliary plant of a steel works",
        "数据中没有钢铁厂辅助设施的挥发性有机物系数",
    ),
    "steel-none-charged": ("assumed: none charged", "假定：未使用"),
    "steel-ordinary-ore": ("assumed: no ore of this kind in the charge", "假定：炉料中没有该类矿石"),
    "steel-water-at-works": (
        "counted at the outlet of the works ([works] wastewater)",
        "在全厂总排口计（[works] wastewater）",
    ),
    "agriculture-indicator-only": (
        "an indicator of the plan; no energy or emission is credited",
        "仅为方案指标，不计能耗和排放",
    ),
    "agriculture-upstream": (
        "energy and CO2 of making fertiliser belong to its factory",
        "化肥生产的能耗和二氧化碳计入化肥企业",
    ),
    "agriculture-farmland-no-credit": (
        "losses from farmland are not among the counted water items; see nitrogen_loss",
        "农田流失不在减排核算范围内；见氮流失量",
    ),
    "agriculture-none-deep": ("assumed: no fertiliser is placed deep", "假定：没有深施"),
    "agriculture-mode-not-named": ("not given: no animals have this handling", "未给出：没有畜禽采用该处理方式"),
    "agriculture-land-nh3n": (
        "the accounting rule recognises COD only for this handling",
        "核算规则对该方式只认定COD",
    ),
    "agriculture-full-year": ("assumed: a full year", "假定：全年核算"),
    "agriculture-water-density": ("assumed: cold water", "假定：常温清水"),
    "agriculture-gravity": ("standard acceleration of gravity", "标准重力加速度"),
    "voc-industries-not-used": ("assumed: a material that is not listed is not used", "假定：未列出的物料未使用"),
    "voc-industries-not-handled": ("assumed: a product that is not listed is not handled", "假定：未列出的油品不经营"),
    "voc-industries-none-proven": (
        "assumed: nothing leaves this way, as nothing is proven",
        "假定：无凭证，不扣减该去向",
    ),
    "voc-industries-all-solvent": ("assumed: the solvent is all VOC", "假定：溶剂全部为VOCs"),
    "voc-industries-all-surveyed": (
        "assumed: every point of this kind is in the survey",
        "假定：该类密封点已全部纳入检测",
    ),
    "voc-industries-uncounted": (
        "no factor in the data: natural gas brings hardly any, and overspray is not counted",
        "数据中没有系数：天然气排放很少，漆雾未计入",
    ),
    "voc-industries-solvent-made": (
        "{found} of solvent is said to leave or react, but only {bound} comes in",
        "所报溶剂去向合计 {found}，超过带入量 {bound}",
    ),
    "voc-industries-repaired-more": ("{found} repaired, but only {bound} leak", "修复 {found}，超过泄漏点数 {bound}"),
    "voc-industries-leaking-more": ("{found} leak, but only {bound} are surveyed", "泄漏 {found}，超过检测点数 {bound}"),
    "voc-industries-no-burning": ("nothing is burnt and no process water arises", "无燃烧，无工艺废水"),
    "buildings-above-carnot": (
        "a COP of {found} is above the Carnot limit of {bound} between these temperatures",
        "性能系数 {found} 超过该温差下的卡诺极限 {bound}",
    ),
    "buildings-air-heat": (
        "assumed: heat capacity of air at 20 °C, 1.2 kJ/(m3·K)",
        "假定：20 °C 空气体积热容 1.2 kJ/(m3·K)",
    ),
    "buildings-burnt-in-heating": (
        "what a building burns for heat is counted in the process heating; the rest has no factor in the data",
        "建筑供热燃料计入供暖工序；其余在数据中没有系数",
    ),
    "buildings-gains-above-losses": (
        "useful gains of {found} are more than the heat lost, {bound}",
        "可利用得热量 {found} 大于总散热量 {bound}",
    ),
    "buildings-gravity": ("standard acceleration of gravity (CODATA)", "标准重力加速度（CODATA）"),
    "buildings-no-device": ("assumed: no flue-gas cleaning", "假定：没有烟气治理设施"),
    "buildings-no-gains": ("assumed: no useful gains", "假定：不计可利用得热量"),
    "buildings-no-heat-recovery": ("assumed: no heat recovery", "假定：没有排风热回收"),
    "buildings-no-leakage-corrections": (
        "assumed: no corrections of the leakage rate",
        "假定：漏损率不作修正",
    ),
    "buildings-part-above-whole": (
        "a part of {found} is more than the whole, {bound}",
        "部分 {found} 大于总量 {bound}",
    ),
    "buildings-solar-above-demand": (
        "solar heat of {found} is more than the heat demand, {bound}",
        "太阳能供热量 {found} 大于耗热量 {bound}",
    ),
    "buildings-water-density": ("assumed: density of water 1000 kg/m3", "假定：水的密度 1000 kg/m3"),
    "chemicals-ammonia-no-carbon": (
        "ammonia holds no carbon: its CO2 comes from the feed",
        "氨不含碳：其二氧化碳来自原料",
    ),
    "chemicals-assumed-none": ("not given: taken as none of these at the site", "未给出：视为厂区没有该源项"),
    "chemicals-no-carbon-out": (
        "assumed: no carbon leaves with by-products, CO2 sold or slag",
        "假定：没有碳随副产品、外供二氧化碳或炉渣离开",
    ),
    "chemicals-no-other-carbon": (
        "assumed: no carbon comes with feeds that are no energy carriers",
        "假定：非能源原料不带入碳",
    ),
    "chemicals-nothing-taken-off": (
        "assumed: the standard takes nothing off the energy",
        "假定：标准不扣除任何能耗",
    ),
    "chemicals-vapours-only": (
        "only vapours are counted here; the rest is counted in the lines",
        "此处仅核算挥发性有机物；其余计入各生产线",
    ),
    "agriculture-no-factor": (
        "no published factor for it in the data; give your own and it counts",
        "数据中没有公布的系数；给出自有系数后计入",
    ),
    "agriculture-part-above-whole": (
        "a part of {found} is more than the whole, {bound}",
        "部分 {found} 大于总量 {bound}",
    ),
    "agriculture-pump-above-one": (
        "the water and the head need {found} at least, but {bound} is claimed: the pumps would be better than 100 %",
        "按水量和扬程至少需要 {found}，而给出的电耗为 {bound}：泵站效率将超过100 %",
    ),
    "agriculture-cleans-nothing": (
        "the outflow of {found} is above the inflow, {bound}",
        "出水 {found} 高于进水 {bound}",
    ),
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
    "chemicals-repaired-above-leaking": (
        "{found} repaired, but only {bound} were found leaking",
        "修复 {found}，但仅发现 {bound} 泄漏",
    ),
    "environment-nothing-withheld": ("assumed: no credit is withheld", "假定：不暂扣减排量"),
    "environment-cleans-nothing": (
        "the outflow of {found} is above the inflow, {bound}",
        "出水 {found} 高于进水 {bound}",
    ),
    "environment-part-above-whole": (
        "a part of {found} is more than the whole, {bound}",
        "部分 {found} 大于总量 {bound}",
    ),
    "environment-leachate-apart": ("its leachate is a process of its own", "渗滤液另列为工序"),
    "environment-indicator-only": (
        "an indicator of the plan; no energy or emission is credited",
        "仅为方案指标，不计能耗和排放",
    ),
    "transport-base-speed": (
        "assumed: the base speed of the guide, 30 km/h",
        "假定：指南基准车速 30 km/h",
    ),
    "transport-more-saved-than-burnt": (
        "the measure saves more diesel than the fleet burnt: {found} is left",
        "措施节约的柴油多于车队原用量：剩余 {found}",
    ),
    "transport-no-so2": (
        "no factor in the data: today's fuel holds at most 10 ppm of sulphur",
        "数据中没有系数：现行油品含硫不高于 10 ppm",
    ),
    "transport-one-year": ("assumed: the accounting period is one year", "假定：核算期为一年"),
    "transport-parked-days": (
        "assumed: every vehicle evaporates on 365 days, as the guide counts",
        "假定：按指南，每车每年停放蒸发 365 天",
    ),
    "transport-part-above-whole": (
        "a part of {found} is more than the whole, {bound}",
        "部分 {found} 大于总量 {bound}",
    ),
    "parks-same-output": ("assumed: the same output in both states", "假定：前后产量相同"),
    "parks-none-sent-out": ("assumed: all of it is used in the park", "假定：全部在园区内消纳"),
    "parks-no-wastewater": ("waste water of boilers is not counted", "锅炉废水未计入"),
    "parks-no-burning": ("nothing is burnt", "无燃烧"),
    "parks-heat-above-fuel": (
        "{found} of heat is claimed from fuel that holds {bound}",
        "所报供热量 {found} 超过燃料热量 {bound}",
    ),
    "parks-heat-uphill": (
        "the residual stream is said to be cooled to {found}, below the return of the network, {bound}",
        "余热介质出口温度 {found} 低于管网回水温度 {bound}，热量不能自发传递",
    ),
    "public-part-above-whole": (
        "a part of {found} is more than the whole, {bound}",
        "部分 {found} 大于总量 {bound}",
    ),
    "public-indicator-only": (
        "an indicator of the plan; no energy or emission is credited",
        "仅为方案指标，不计能耗和排放",
    ),
    "public-sewage-apart": ("its sewage is counted in the sewage works", "生活污水计入城镇污水处理厂"),
    "public-boiler-apart": (
        "enter a coal boiler house as a process of buildings or equipment",
        "燃煤锅炉房请作为建筑或通用设备工序填报",
    ),
    "public-vehicles-apart": (
        "tail-pipe emissions are counted by class and stage in transport",
        "尾气排放按车型和排放阶段计入交通行业",
    ),
    "coal-gangue-air-only": (
        "only energy, gangue and its burning are counted here",
        "此处仅核算能耗、煤矸石及其燃烧",
    ),
    "coal-gangue-not-used": ("not given: taken as no such use", "未给出：视为没有该项利用"),
    "coal-gas-power-air-only": (
        "gas power has no waste water of its own and no VOC factor in the data",
        "瓦斯发电无自身废水，数据中没有其挥发性有机物系数",
    ),
    "coal-more-clean-than-raw": (
        "{found} of clean coal from {bound} of raw coal",
        "精煤 {found} 多于入选原煤 {bound}",
    ),
    "coal-more-gas-than-released": (
        "{found} of methane burnt, but mining releases {bound}",
        "利用或销毁甲烷 {found}，而开采产生 {bound}",
    ),
    "coal-more-heat-than-fuel": (
        "{found} of heat from fuel of {bound}",
        "供热量 {found} 大于燃料热量 {bound}",
    ),
    "coal-more-power-than-heat": (
        "{found} generated from gas of {bound}",
        "发电量 {found} 大于瓦斯热量 {bound}",
    ),
    "coal-no-balance": (
        "not given: supply, uses, or processes that use coal",
        "未给出：供应量、用途或用煤工序",
    ),
    "coal-no-gas-used": ("assumed: no mine gas is drained and burnt", "假定：没有抽采利用或销毁瓦斯"),
    "coal-no-other-use": ("assumed: no other uses of coal", "假定：没有其他用煤"),
    "coal-no-stack": (
        "no stack of its own: boilers are processes of their own",
        "自身没有排气筒：锅炉另列工序",
    ),
    "coal-no-stock-change": ("assumed: stocks as they were", "假定：库存不变"),
    "coal-no-water": ("no waste water is counted for heat", "供热不核算废水"),
    "coal-one-side": ("only one side of the balance is given", "仅给出平衡表的一侧"),
    "two-high-same-output": ("assumed: the same output in both states", "假定：前后产量相同"),
    # regions
    "region-year-order": ("{year} is not after the base year {base}", "{year} 不晚于基年 {base}"),
    "region-by-year": ("values by year are expected: {example}", "应按年份给出：{example}"),
    "region-city-only": (
        "{name} is given once, for the region of the file",
        "{name} 只在文件的地区一级给出一次",
    ),
    "region-twice": ("the region {found!r} is given twice", "地区 {found!r} 重复"),
    "region-parent-unknown": (
        "no region {found!r} in this file; known: {known}",
        "文件中没有地区 {found!r}；已有：{known}",
    ),
    "region-circle": ("regions lie in one another in a circle: {names}", "地区上下级成环：{names}"),
    "region-years-missing": ("values are missing for {years}", "缺少年份：{years}"),
    "region-years-differ": (
        "covers {found}; all regions of a whole cover the same years",
        "年份为 {found}；各地区的年份须一致",
    ),
    "region-price-years": (
        "at prices of {found}, the region at prices of {here}: price years must not be mixed",
        "按 {found} 年价格，而本地区按 {here} 年价格：不同价格年不能混用",
    ),
    "region-parts-exceed": (
        "the parts add up to {parts} {unit}, more than the whole of {whole} {unit}",
        "各部分合计 {parts} {unit}，大于总量 {whole} {unit}",
    ),
    "region-files": ("a list is expected: {example}", "应为列表：{example}"),
    "region-plant-twice": (
        "the plant {found} stands in {one} and in {other}",
        "企业 {found} 同时列在 {one} 和 {other}",
    ),
    "region-plant-year": (
        "the plant reports {found}, the region {year}",
        "企业报告期为 {found} 年，地区为 {year} 年",
    ),
    "region-month": ("found {found!r}; a month such as 2023-05 is expected", "出现 {found!r}；应为月份，如 2023-05"),
    "region-lacks": ("not given: {names}", "未给出：{names}"),
    "region-not-pooled": (
        "the worst of {count}; give indicators.{id} for the figure of the whole region",
        "取 {count} 个中最差者；如有全域数据请给出 indicators.{id}",
    ),
    "region-open-of": ("{open} of {count} are short", "{count} 个中有 {open} 个未达标"),
    "region-none-concerned": (
        "no plant of the region falls under it; give indicators.{id} if there are any",
        "本地区没有适用的企业；如有请给出 indicators.{id}",
    ),
    "project-no-evidence": ("no evidence: not counted", "没有佐证材料：不予核算"),
    "project-too-late": ("runs from {start}: not counted yet", "{start} 起运行：尚不核算"),
    "project-too-early": ("runs from {start}, before the plan: not counted", "{start} 起运行，早于规划期：不予核算"),
    "project-plant-unknown": ("no plant {found!r} among those read", "已读取的企业中没有 {found!r}"),
    "project-twice": (
        "{pollutant} of {found} is counted under {other} already",
        "{found} 的{pollutant}已计入 {other}",
    ),
    "project-over-plant": (
        "{pollutant}: {found} t is more than the baseline emission left of {bound} t; cut to it",
        "{pollutant}：{found} t 超过基期剩余排放量 {bound} t；按后者核算",
    ),
    "plan-circle": ("plans inherit from one another in a circle: {names}", "方案相互继承成环：{names}"),
    "decompose-weights": (
        "weights must be zero or more, and not all zero: nobody is left to hand anything to",
        "权重不得为负，且不能全为零：没有可分解的对象",
    ),
    "decompose-units": (
        "energy and value added of every unit must be above zero",
        "各单元的能耗和增加值必须大于零",
    ),
    "project-no-reduction": ("the plant's {pollutant} reduction is not known", "企业的{pollutant}减排量未知"),
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
    "equipment-no-blowdown": ("assumed: no blow-down", "假定：无排污"),
    "equipment-full-speed": ("assumed: full speed", "假定：全速运行"),
    "equipment-water-density": ("assumed: cold water", "假定：常温水"),
    "equipment-compressibility": ("assumed: pressure too low to compress the gas", "假定：压力较低，不计压缩性"),
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
    "equipment-above-rating": (
        "{found} of heat, at its rating over the running time it gives {bound}",
        "供热量 {found} 超过额定功率乘运行时间 {bound}",
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
    "equipment-part-above-whole": (
        "the parts are {found}, above the whole of {bound}",
        "各部分合计 {found} 大于总量 {bound}",
    ),
    "equipment-heat-uphill": ("heat does not flow from {bound} up to {found}", "热量不能从 {bound} 流向 {found}"),
    "equipment-loss-above-throughput": (
        "{found} lost of {bound} that passes",
        "损耗 {found} 大于通过电量 {bound}",
    ),
    "equipment-above-carnot": ("COP {found} above Carnot, {bound}", "性能系数 {found} 高于卡诺值 {bound}"),
    "equipment-above-sunlight": ("{found} out of {bound} of sunlight", "产出 {found} 大于接收的太阳能 {bound}"),
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the message of that key in `lang`, with the values filled in."""
    english, chinese = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)


def known(key: str) -> bool:
    """Tell whether there is a message of that key."""
    return key in MESSAGES
