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
    "electricity-as-coal": (
        "{found} measures something else; electricity becomes tce only by a factor on a stated basis",
        "{found} 的量纲不符；电力须按注明口径的系数折算为标准煤",
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
    "flow-without-concentration": (
        "{given} is given without {lacking}: both are needed for a monitored mass",
        "只给出 {given} 而缺少 {lacking}：监测排放量需要两者",
    ),
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
    # results
    "assumed-run-rate": ("assumed: the device ran whenever the process did", "假定：治理设施与生产同步运行"),
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
    "zero-denominator": ("division by zero: {names} is zero", "除数为零：{names} 为零"),
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the message of that key in `lang`, with the values filled in."""
    english, chinese = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)


def known(key: str) -> bool:
    """Tell whether there is a message of that key."""
    return key in MESSAGES
