"""Every sentence that ecdcalc says, in English and in Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from ecdcalc.words.shared_texts import SHARED

MESSAGES: dict[str, tuple[str, str]] = {
    **SHARED,
    # reading numbers and units
    "text-too-long": ("the text {found!r} is longer than {most} characters", "文本 {found!r} 超过 {most} 个字符"),
    "unit-too-long": ("the unit {found!r} is longer than {most} characters", "单位 {found!r} 超过 {most} 个字符"),
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
    "not-a-date": ("found {found!r}; a date such as 2023-09-30 is expected", "出现 {found!r}；应为日期，如 2023-09-30"),
    "not-a-year": ("found {found!r}; a year such as 2025 is expected", "出现 {found!r}；应为年份，如 2025"),
    "out-of-bounds": ("{found} must be {sign} {bound} {unit}", "{found} 应 {sign} {bound} {unit}"),
    "name-twice": ("the name {found!r} is used twice", "名称 {found!r} 重复"),
    "file-missing": ("no such file", "文件不存在"),
    "file-directory": ("is a folder, not a file", "是文件夹而不是文件"),
    "file-unreadable": ("cannot be read: {reason}", "无法读取：{reason}"),
    "file-forbidden": ("cannot be read: no permission", "无法读取：没有权限"),
    "file-of-plant": (
        "this is a plant file, not a region file: ecdcalc sector {found} --input FILE",
        "这是企业文件而不是地区文件：请用 ecdcalc sector {found} --input 文件",
    ),
    "file-of-region": (
        "this is a region file, not a plant file: ecdcalc region --input FILE",
        "这是地区文件而不是企业文件：请用 ecdcalc region --input 文件",
    ),
    "encoding-unknown": (
        "no encoding {found!r}; known are utf-8, gb18030 and the others of Python",
        "没有编码 {found!r}；可用 utf-8、gb18030 等 Python 支持的编码",
    ),
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
    "output-no-folder": ("cannot be written: there is no such folder", "无法写入：没有这个文件夹"),
    "output-directory": ("cannot be written: is a folder, not a file", "无法写入：是文件夹而不是文件"),
    "output-forbidden": ("cannot be written: no permission", "无法写入：没有权限"),
    "output-disk-full": ("cannot be written: the disk is full", "无法写入：磁盘已满"),
    "columns-missing": ("the columns {names} are missing", "缺少列：{names}"),
    "document-required": ("every value needs the document that it comes from", "每个数值都须注明来源文件"),
    "no-processes": ("no process is given; a {sector} plant has: {known}", "没有给出任何工序；{sector}可用：{known}"),
    "sector-other": ("the file is of the sector {found!r}, not {asked!r}", "文件的行业是 {found!r}，而不是 {asked!r}"),
    "closed-new": ("a process cannot be both new and closed", "一个工序不能既是新建又是关停"),
    "id-form": (
        "{found!r} is no id: small letters, digits, dots and hyphens, such as linfen-14fyp",
        "{found!r} 不能作编号：只用小写字母、数字、点和连字符，如 linfen-14fyp",
    ),
    "indicator-unknown": (
        "nothing evaluates {found!r}; did you mean {near}? (without an indicator the target takes [indicators])",
        "没有可评估 {found!r} 的指标；是否指 {near}？（不填 indicator 时取自 [indicators]）",
    ),
    # names
    "caution-fluidised-bed": (
        "{name} (caution: AP-42 and the handbook of 2021 have about a third of it, 2.5 to 2.7 kg/t)",
        "{name}（注意：AP-42与2021年产排污手册约为其三分之一，2.5～2.7 kg/t）",
    ),
    "caution-implausible": (
        "{name} (caution: as printed, implausible for boilers)",
        "{name}（注意：原文如此，用于锅炉不可信）",
    ),
    "caution-outlier": ("{name} (caution: an outlier in its table)", "{name}（注意：为表中离群值）"),
    "factor-unknown": ("no factor {found!r}; did you mean {near}?", "没有系数 {found!r}；是否指 {near}？"),
    "limit-unknown": ("no limit {found!r}; did you mean {near}?", "没有限额 {found!r}；是否指 {near}？"),
    "limit-unknown-search": (
        "no limit {found!r}; search them: ecdcalc limits WORDS",
        "没有限额 {found!r}；请先检索：ecdcalc limits 关键词",
    ),
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
    "measure-not-applicable": ("{found} does not apply here: it needs {condition}", "{found} 不适用：需要 {condition}"),
    "measure-divides-by-zero": (
        "{found} cannot be computed here: a quantity that it divides by, such as the fuel used, is zero",
        "{found} 无法计算：其所除的量（如燃料用量）为零",
    ),
    "measure-exclusive": (
        "{one} and {other} save the same energy and cannot be added",
        "{one} 与 {other} 节约的是同一份能量，不能相加",
    ),
    "measure-takes-energy": (
        "{found} would be saved, but this measure takes energy: write it as a negative number",
        "{found} 表示节约，而该措施消耗能量：请写成负值",
    ),
    "measure-carrier": ('say which carrier {found} saves: carrier = "…"', '请说明 {found} 节约哪种能源：carrier = "…"'),
    "measure-saves-too-much": (
        "the measure saves {found} of {carrier}, but only {bound} is used",
        "措施节约 {carrier} {found}，而该工序只用 {bound}",
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
    "carrier-unknown": ("no energy carrier {found!r}; did you mean {near}?", "没有能源品种 {found!r}；是否指 {near}？"),
    "factor-range": (
        "{id} is a range ({range}), not a value: use a measured heating value",
        "{id} 是范围（{range}）而不是定值：请用实测热值",
    ),
    "convert-no-factor": (
        "{found} does not become {asked}; of a fuel say which, for example --carrier raw-coal",
        "{found} 不能折算为 {asked}；若为燃料，请指明品种，如 --carrier raw-coal",
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
    "folder-not-empty": ("the folder is not empty: name another, or empty it first", "文件夹非空：请另选名称或先清空"),
    "group-unknown": ("no column to group by has this name; near: {near}", "没有可供分组的此列；相近的有：{near}"),
    "resume-differs": (
        "the parts here are of another run (input, options or version differ); run without --resume",
        "此处的部分结果属于另一次运行（输入、选项或版本不同）；请不带 --resume 运行",
    ),
    "row-closed": (
        "accepted are a date such as 2023-09-30, true and false",
        "可填日期（如 2023-09-30）、true 或 false",
    ),
    "row-measure-lacks": (
        "{found} needs columns that the table does not have: {names}",
        "{found} 所需的列不在表中：{names}",
    ),
    "row-measure-unknown": ("no such measure for this process; known are {known}", "该工序没有此措施；可用：{known}"),
    "row-new": ("accepted are true and false", "可填 true 或 false"),
    "row-not-a-number": ("is no number", "不是数"),
    "row-not-an-option": ("accepted are {options}", "可选：{options}"),
    "row-not-finite": ("is no finite number", "不是有限数"),
    "row-out-of-bounds": ("must be {bounds}", "应 {bounds}"),
    "table-broken": ("is damaged or of another form: {reason}", "已损坏或格式不符：{reason}"),
    "table-column-twice": ("has columns of the same name: {columns}", "有同名列：{columns}"),
    "table-columns-differ": ("has other columns than the first file: {columns}", "与第一个文件的列不同：{columns}"),
    "table-extra": (
        "needs the package {package}: pip install 'ecdcalc[tables]'",
        "需要软件包 {package}：pip install 'ecdcalc[tables]'",
    ),
    "table-kind": ("is no table that is read; accepted are {kinds}", "不是可读取的表格；可用 {kinds}"),
    "table-kind-out": ("is no table that is written; accepted are {kinds}", "不是可写出的表格；可用 {kinds}"),
    "table-library": (
        "needs properties of steam or water, which {engine} cannot look up: use Polars, pandas, PyArrow, DuckDB or files",
        "需要查水和水蒸气物性，{engine} 无法查取：请使用 Polars、pandas、PyArrow、DuckDB 或文件",
    ),
    "table-none": ("no such file, and no {kinds} under that name", "没有该文件，该名称下也没有 {kinds}"),
    "table-row-broken": (
        "the row has {found} cells, the header has {asked}",
        "该行有 {found} 个单元格，表头有 {asked} 个",
    ),
    "table-too-long": (
        "{rows} rows do not fit an XLSX sheet; write Parquet or CSV",
        "{rows} 行超出 XLSX 工作表上限；请写 Parquet 或 CSV",
    ),
    "table-which": ("give {option}, or a column of that name", "请给出 {option}，或在表中加入同名列"),
    "table-done": (
        "{rows} rows: {out} out, {aside} set aside in {file}",
        "共 {rows} 行：算出 {out} 行，剔除 {aside} 行（见 {file}）",
    ),
    "table-progress": (
        "{done} of {rows} rows, {rate}/s, {left} s left",
        "{rows} 行已算 {done} 行，每秒 {rate} 行，约剩 {left} 秒",
    ),
    "table-stopped": (
        "stopped; the finished parts are kept: run again with --resume",
        "已停止；已完成的部分保留：加 --resume 继续",
    ),
    "column-required": ('a column is required, for example "{example}"', '缺少必需的列，例如 "{example}"'),
    # results
    "grade-correction": (
        "the standard corrects this row; give --shift or --scale for the limit, --value-shift or --value-scale for the "
        "value, or --uncorrected: {correction}",
        "该标准有修正；限值修正请用 --shift 或 --scale，数值修正请用 --value-shift 或 --value-scale，不修正用 "
        "--uncorrected：{correction}",
    ),
    "grade-fixed": ("the product fixes it: {value}", "该产品已限定为 {value}"),
    "grade-lacks": (
        "not given: {names} (write --input NAME=VALUE, or --uncorrected for the base limits)",
        "未给出：{names}（请用 --input 名称=值，或用 --uncorrected 取基本限值）",
    ),
    "grade-new-build": ("the bar of {limit} is not met", "未达到 {limit}"),
    "grade-no-heating": ("assumed: no pipelines are heated", "假定：无管道加热"),
    "grade-no-inputs": (
        "no correction of {product} is computed: give --shift, --scale, --value-shift or --value-scale",
        "{product} 的修正无法由输入计算：请给出 --shift、--scale、--value-shift 或 --value-scale",
    ),
    "grade-no-level": ("the standard has no level 3 for it", "该标准没有3级限值"),
    "grade-not-yet": (
        "not in force yet, before {date}; it would be {level}",
        "尚未实施（{date}起实施）；按该标准为{level}",
    ),
    "grade-one-correction": (
        "give inputs, or the correction as it comes out, or --uncorrected: only one of them",
        "输入量、修正结果、--uncorrected 只能给出一种",
    ),
    "grade-replaced": ("replaced by {by} since {date}; it was {level}", "{date}起由 {by} 代替；原为{level}"),
    "grade-uncorrected": ("base limits, without: {correction}", "基本限值，未作修正：{correction}"),
    "lacks-inputs": ("not given: {names}", "未给出：{names}"),
    "target-elsewhere": ("not applicable here: it belongs to {where}", "不适用于此：属于 {where}"),
    "target-no-indicator": (
        "the plan gives no quantity that one plant can be held against",
        "方案未给出可对单个企业评估的数值",
    ),
    "target-no-process": ("this plant has no {process}", "该企业没有 {process}"),
    "target-none-fits": ("no process here meets: {conditions}", "没有符合条件的工序：{conditions}"),
    "target-no-number": ("the plan gives no number; give it as targets.{id}", "方案未给出数值；请用 targets.{id} 给出"),
    "target-closed": ("the process is closed", "该工序已关停"),
    "outside-formulation": (
        "a property of steam or water is asked for outside the range of IAPWS-IF97",
        "水和水蒸气物性超出 IAPWS-IF97 的适用范围",
    ),
    "outside-table": ("a correction is asked for outside the table of the standard", "修正系数超出标准表格范围"),
    "physics-extra": (
        "properties of steam and water need the package CoolProp: pip install 'ecdcalc[physics]'",
        "水和水蒸气物性需要软件包 CoolProp：pip install 'ecdcalc[physics]'",
    ),
    "zero-denominator": ("division by zero: {names} is zero", "除数为零：{names} 为零"),
    # regions
    "region-year-order": ("{year} is not after the base year {base}", "{year} 不晚于基年 {base}"),
    "region-by-year": ("values by year are expected: {example}", "应按年份给出：{example}"),
    "region-city-only": ("{name} is given once, for the region of the file", "{name} 只在文件的地区一级给出一次"),
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
    "region-target-unit": (
        "{found} measures something else than the target; accepted is {unit}",
        "{found} 与目标的量纲不符；应为 {unit}",
    ),
    "region-files": ("a list is expected: {example}", "应为列表：{example}"),
    "region-plant-twice": (
        "the plant {found} stands in {one} and in {other}",
        "企业 {found} 同时列在 {one} 和 {other}",
    ),
    "region-plant-year": ("the plant reports {found}, the region {year}", "企业报告期为 {found} 年，地区为 {year} 年"),
    "region-month": ("found {found!r}; a month such as 2023-05 is expected", "出现 {found!r}；应为月份，如 2023-05"),
    "region-not-pooled": (
        "all {count} meet it, the worst is shown; a figure of the whole region goes into indicators.{id}",
        "{count} 个均达标，所列为其中最差者；如有全域数据请填入 indicators.{id}",
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
    "project-twice": ("{pollutant} of {found} is counted under {other} already", "{found} 的{pollutant}已计入 {other}"),
    "project-over-plant": (
        "{pollutant}: {found} t is more than the baseline emission left of {bound} t; cut to it",
        "{pollutant}：{found} t 超过基期剩余排放量 {bound} t；按后者核算",
    ),
    "plan-circle": ("plans inherit from one another in a circle: {names}", "方案相互继承成环：{names}"),
    "decompose-weights": (
        "weights must be zero or more, and not all zero: nobody is left to hand anything to",
        "权重不得为负，且不能全为零：没有可分解的对象",
    ),
    "decompose-units": ("energy and value added of every unit must be above zero", "各单元的能耗和增加值必须大于零"),
    "project-no-reduction": ("the plant's {pollutant} reduction is not known", "企业的{pollutant}减排量未知"),
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the message of that key in `lang`, with the values filled in."""
    english, chinese = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)


def add_texts(texts: Mapping[str, tuple[str, str]]) -> None:
    """Add the messages of a sector."""
    MESSAGES.update(texts)


def known(key: str) -> bool:
    """Tell whether there is a message of that key."""
    return key in MESSAGES
