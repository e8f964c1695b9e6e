"""Names that are not known, factors, measures."""

MESSAGES: dict[str, tuple[str, str]] = {
    "basis-of-all": (
        "the basis is chosen for all lines of a result, not for one: leave it out and ask with --basis primary, "
        "or basis= in Python",
        "折标口径对整个结果统一选择，不能逐项设定：请删去此项，用 --basis primary 或Python参数 basis= 指定",
    ),
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
    "plan-unknown-near": ("no plan {found!r}; did you mean {near}?", "没有方案 {found!r}；是否指 {near}？"),
    "plan-unknown": ("no plan {found!r}; known: {near}", "没有方案 {found!r}；已有：{near}"),
    "sector-unknown-near": (
        "no sector {found!r}; did you mean {meant}? Known: {near}",
        "没有行业 {found!r}；是否指 {meant}？已有：{near}",
    ),
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
    "path-of-process": (
        "{found} is a process: name a value of it, such as {example}; it has {near}",
        "{found} 是工序：请指明其中的某个值，如 {example}；此处可用：{near}",
    ),
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
}
