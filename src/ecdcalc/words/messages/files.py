"""Reading files."""

MESSAGES: dict[str, tuple[str, str]] = {
    "input-has-problems": ("the input has {count:mistake|mistakes}", "输入有 {count} 处错误"),
    "required": ("is required; for example {example}", "必须给出；例如 {example}"),
    "unknown-key": ("unknown key; known here: {near}", "未知的键；此处可用：{near}"),
    "unknown-key-near": ("unknown key; did you mean {near}?", "未知的键；是否指 {near}？"),
    "not-an-option": ("found {found!r}; accepted: {options}", "出现 {found!r}；可选：{options}"),
    "not-an-option-near": (
        "found {found!r}; did you mean {near}? Accepted: {options}",
        "出现 {found!r}；是否指 {near}？可选：{options}",
    ),
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
    "file-spreadsheet": (
        "is a spreadsheet or an archive, and its name does not end in .xlsx; save it as .xlsx, without macros",
        "是电子表格或压缩文件，但文件名不以 .xlsx 结尾；请另存为 .xlsx（不含宏）",
    ),
    "file-binary": ("is a binary file; a text is expected", "是二进制文件；应为文本文件"),
    "file-not-utf8": (
        "is neither UTF-8 nor GB18030 (byte {position}); save it anew as UTF-8",
        "既不是 UTF-8 也不是 GB18030 编码（第 {position} 字节）；请另存为 UTF-8",
    ),
    "file-not-encoding": (
        "its bytes are not {found} (line {line}, byte {position}): name another encoding, or save it anew as UTF-8",
        "其字节不是 {found} 编码（第 {line} 行，第 {position} 字节）；请另选编码，或另存为 UTF-8",
    ),
    "file-not-toml": ("is not TOML: {reason}", "不是有效的 TOML：{reason}"),
    "output-unwritable": ("cannot be written: {reason}", "无法写入：{reason}"),
    "output-no-folder": ("cannot be written: there is no such folder", "无法写入：没有这个文件夹"),
    "output-directory": ("cannot be written: is a folder, not a file", "无法写入：是文件夹而不是文件"),
    "output-forbidden": ("cannot be written: no permission", "无法写入：没有权限"),
    "output-disk-full": ("cannot be written: the disk is full", "无法写入：磁盘已满"),
    "output-suffix": (
        "the suffix says the form of a file; accepted here: {known}",
        "文件形式由后缀决定；此处可用：{known}",
    ),
    "output-twice": ("is named twice as output", "作为输出重复给出"),
    "output-format": (
        "--format {form} is for standard output, or a file with the suffix {suffix}; the suffix of this file says another "
        "form (leave --format out, or add --output -)",
        "--format {form} 用于标准输出或后缀为 {suffix} 的文件；此文件的后缀表示另一形式（请去掉 --format，或加 --output -）",
    ),
    "columns-missing": ("the columns {names} are missing", "缺少列：{names}"),
    "document-required": ("every value needs the document that it comes from", "每个数值都须注明来源文件"),
    "no-processes": ("no process is given; a {sector} plant has: {known}", "没有给出任何工序；{sector}可用：{known}"),
    "sector-other": ("the file is of the sector {found!r}, not {asked!r}", "文件的行业是 {found!r}，而不是 {asked!r}"),
    "covers-new": (
        "a new process is covered whole: what it takes of a load is said by its amounts",
        "新建工序无需 covers：其承担的份额由其数量给出",
    ),
    "covers-no-part": (
        "a part of this process cannot be told by a share alone: give the part and the rest as two processes",
        "该工序不能仅按比例拆分：请把改造部分和其余部分写成两个工序",
    ),
    "closed-new": ("a process cannot be both new and closed", "一个工序不能既是新建又是关停"),
    "id-form": (
        "{found!r} is no id: small letters, digits, dots and hyphens, such as linfen-14fyp",
        "{found!r} 不能作编号：只用小写字母、数字、点和连字符，如 linfen-14fyp",
    ),
    "indicator-unknown": (
        "nothing evaluates {found!r}; did you mean {near}? (without an indicator the target takes [indicators])",
        "没有可评估 {found!r} 的指标；是否指 {near}？（不填 indicator 时取自 [indicators]）",
    ),
}
