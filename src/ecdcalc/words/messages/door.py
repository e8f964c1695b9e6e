"""What comes in from outside: files that are none, texts that are not TOML, tables of one's own."""

MESSAGES: dict[str, tuple[str, str]] = {
    "problems-more": ("… and {count:more mistake|more mistakes}", "……另有 {count} 处错误"),
    "file-not-plain": (
        "is no plain file (a device, a pipe or a socket)",
        "不是普通文件（而是设备、管道或套接字）",
    ),
    "file-too-deep": ("is nested more than {most} levels deep", "嵌套超过 {most} 层"),
    "file-not-toml-line": (
        "line {line} is not TOML: {text} ({reason})",
        "第 {line} 行不是有效的 TOML：{text}（{reason}）",
    ),
    "toml-quotes": (
        'line {line}: {text}: {found} is a quotation mark of print; write the straight one, " (half-width)',
        '第 {line} 行：{text}：{found} 是全角引号；请用半角引号 "',
    ),
    "toml-wide-signs": (
        "line {line}: {text}: {found} is a full-width sign; write the half-width one: = # [ ] {{ }} , .",
        "第 {line} 行：{text}：{found} 是全角符号；请用半角符号：= # [ ] {{ }} , .",
    ),
    "toml-wide-blanks": (
        "line {line}: {text}: there is a wide blank; write an ordinary one",
        "第 {line} 行：{text}：含有全角空格；请用普通空格",
    ),
    "toml-wide-letters": (
        "line {line}: {text}: {found} is a full-width letter or digit; write it half-width, or the value in quotation "
        "marks",
        "第 {line} 行：{text}：{found} 是全角字母或数字；请用半角，或将值放入半角引号",
    ),
    "toml-key": (
        'line {line}: {text}: a key in Chinese stands in quotation marks: "{found}"',
        '第 {line} 行：{text}：中文键须放入半角引号："{found}"',
    ),
    "toml-twice": (
        "line {line}: {text}: this key or table is given twice",
        "第 {line} 行：{text}：该键或表重复给出",
    ),
    "toml-date": (
        "line {line}: {text}: a date is written 2024-09-30",
        "第 {line} 行：{text}：日期请写成 2024-09-30",
    ),
    "toml-colon": (
        "line {line}: {text}: a value is given with =, not with a colon",
        "第 {line} 行：{text}：赋值用“=”而不是冒号",
    ),
    "toml-unquoted": (
        'line {line}: {text}: a value with a unit or a word stands in quotation marks, such as "60 万t"',
        '第 {line} 行：{text}：带单位的值或文字须放入半角引号，如 "60 万t"',
    ),
    "whole-number-extreme": ("is a whole number of too many digits", "整数位数过多"),
    "given-twice": (
        "is given twice, as {found} too; give one of them",
        "重复给出（另有 {found}）；请只留一个",
    ),
    "targets-without-plan": (
        "limits of targets are given, but no plan that has them",
        "给出了目标限值，但没有指定方案",
    ),
    "rolled-up": (
        "this plant adds it up from its processes; what is given here would not be used: leave it out",
        "本企业由各工序汇总得出；此处的值不会被采用，请删去",
    ),
    "province-unknown": (
        "no grid factor of {found!r}; known: {known}",
        "没有 {found!r} 的电网因子；可用：{known}",
    ),
    "province-unknown-near": (
        "no grid factor of {found!r}; did you mean {near}? Known: {known}",
        "没有 {found!r} 的电网因子；是否指 {near}？可用：{known}",
    ),
    "supply-year-unknown": (
        "no coal rate of electricity is published for {found}; there are {known}",
        "没有 {found} 年的供电煤耗；已有 {known}",
    ),
    "grid-year-unknown": (
        "no grid factor of {province} for {found}; published are {known}",
        "没有 {province} {found} 年的电网因子；已公布：{known}",
    ),
    "own-id-unknown": (
        "no {found!r} in the package; did you mean {near}? What is new begins with own/",
        "软件中没有 {found!r}；是否指 {near}？新增条目请以 own/ 开头",
    ),
    "own-unit": ("{found} measures something else than {asked} of {id}", "{found} 与 {id} 的单位 {asked} 量纲不符"),
    "own-sign": ("{found} has another sign than can be: {asked}", "{found} 的符号不可能；应 {asked}"),
    "own-order": ("the levels are out of order: {found}", "各级限值顺序有误：{found}"),
    "own-range": ("{found} does not lie between low and high", "{found} 不在低值与高值之间"),
    "own-empty": ("the row has no number", "该行没有数值"),
    "condition-unknown": (
        "{found!r}: {process} has no input or output of that name; did you mean {near}?",
        "{found!r}：{process} 没有此输入或输出；是否指 {near}？",
    ),
    "condition-kind": (
        "{found!r}: is compared with {asked}",
        "{found!r}：应与 {asked} 比较",
    ),
    "target-sector-unknown": ("no sector {found!r}; known: {known}", "没有行业 {found!r}；已有：{known}"),
    "target-kind": (
        "{found} measures something else than the indicator: accepted is {asked}",
        "{found} 与指标的量纲不符；应为 {asked}",
    ),
    "file-pattern": ("{found!r} is no name or pattern of files here", "{found!r} 不是此处可用的文件名或通配式"),
    "region-too-deep": ("regions lie in one another more than {most} deep", "地区嵌套超过 {most} 级"),
    "table-mapping": ("{found!r}: a name or a unit is expected, as text", "{found!r}：应为文本形式的列名或单位"),
    "mapping-unknown": ("no column of the table has this name; there is {near}", "表中没有此列；有 {near}"),
    "table-name-bad": ("the column name {found!r} holds what no name can hold", "列名 {found!r} 含有不允许的字符"),
    "column-kind": (
        "the column holds {found}; numbers or text are expected",
        "该列为 {found}；应为数或文本",
    ),
    "column-twice": (
        "two columns give this input: {one} and {other}; keep one",
        "有两列给出同一输入：{one} 与 {other}；请只留一列",
    ),
    "table-separator": (
        "the cells are parted by {found!r}; write commas",
        "单元格以 {found!r} 分隔；请用逗号",
    ),
    "output-not-plain": ("cannot be written: is no plain file", "无法写入：不是普通文件"),
    "output-is-input": ("is an input of this run; name another file", "是本次运行的输入；请另选文件"),
    "option-number": (
        "a correction multiplies by a number above zero, and near one; found {found}",
        "修正系数应为正数且接近 1；出现 {found}",
    ),
    "outputs-same": ("results and rejects need names of their own", "结果与剔除行须用不同的文件名"),
}
