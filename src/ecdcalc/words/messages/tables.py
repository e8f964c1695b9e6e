"""Tables: columns, rows that are set aside, runs that stop."""

MESSAGES: dict[str, tuple[str, str]] = {
    "column-without-unit": (
        'the column has no unit; write it in the header, for example "{example}"',
        '该列没有单位；请写在表头，例如 "{example}"',
    ),
    "column-of-table": (
        "is one for the whole table and not read row by row: give it with {option}; a column of another meaning needs "
        "another name",
        "整个表只用一个，不逐行读取：请用 {option} 给出；若该列另有含义，请改名",
    ),
    "column-of-file": (
        "is read from plant files alone, not from tables: leave the column out; one of another meaning needs another name",
        "只从企业文件读取，表格中不读取：请删去该列；若另有含义，请改名",
    ),
    "covers-of-row": (
        "a row is a whole process: give the part that changes and the rest as two rows, or take a plant file",
        "一行是一个完整的工序：请把改造部分和其余部分写成两行，或使用企业文件",
    ),
    "disk-full": (
        "cannot be written: the disk is full. The finished parts are kept; make room and add --resume",
        "无法写入：磁盘已满。已完成的部分保留；腾出空间后加 --resume 继续",
    ),
    "folder-not-empty": ("the folder is not empty: name another, or empty it first", "文件夹非空：请另选名称或先清空"),
    "group-unknown": ("no column to group by has this name; near: {near}", "没有可供分组的此列；相近的有：{near}"),
    "input-changed": (
        "changed while it was read: nothing of it is used; run again when it rests",
        "在读取过程中被改动：所读内容一律作废；请待文件不再变动后重新运行",
    ),
    "lock-taken-over": (
        "process {process} on {host} wrote here since {since} and ended without finishing; its lock is taken over",
        "{host} 上的进程 {process} 自 {since} 起在此写入，未完成即已结束；现接管其锁",
    ),
    "locked": (
        "another run writes here (process {process} on {host}, since {since}); wait for it, or name another output",
        "另一运行正在此写入（{host} 上的进程 {process}，自 {since} 起）；请等待其结束或另选输出名称",
    ),
    "name-not-utf8": (
        "the name of the file is not UTF-8, or the locale of the system does not know its characters: rename it",
        "文件名不是 UTF-8 编码，或系统的语言环境不支持其中的字符：请改名",
    ),
    "output-changed": (
        "is no longer what the stopped run wrote; run without --resume",
        "已不是被中断的运行所写的文件；请不带 --resume 运行",
    ),
    "rows-lost": (
        "the rows do not add up (read = written + set aside): found {found}, not {asked}; nothing is put out."
        " Run with --resume to compute anew what is broken",
        "行数不符（读入 = 写出 + 剔除）：实为 {found}，应为 {asked}；不输出任何结果。加 --resume 可重算损坏的部分",
    ),
    "rows-unknown": (
        "is a part that the run does not know, or that says nothing of its rows; nothing is put out",
        "是本次运行未知的部分，或未说明其行数；不输出任何结果",
    ),
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
    "row-word-ambiguous": ("may mean several: {meanings}; write one of them", "有多种含义：{meanings}；请写明其中一个"),
    "row-not-an-option": ("accepted are {options}", "可选：{options}"),
    "row-not-finite": ("is no finite number", "不是有限数"),
    "row-out-of-bounds": ("must be {bounds}", "应 {bounds}"),
    "table-broken": ("is damaged or of another form: {reason}", "已损坏或格式不符：{reason}"),
    "columns-none": (
        "no column of the results is called {found}; there is {near}",
        "结果中没有列“{found}”；有 {near}",
    ),
    "table-column-twice": ("has columns of the same name: {columns}", "有同名列：{columns}"),
    "table-columns-differ": ("has other columns than the first file: {columns}", "与第一个文件的列不同：{columns}"),
    "table-extra": (
        "needs the package {package}: pip install 'ecdcalc[tables]'",
        "需要软件包 {package}：pip install 'ecdcalc[tables]'",
    ),
    "table-kind": ("is no table that is read; accepted are {kinds}", "不是可读取的表格；可用 {kinds}"),
    "table-kind-out": ("is no table that is written; accepted are {kinds}", "不是可写出的表格；可用 {kinds}"),
    "table-output": (
        "gets the sums alone: name a file for the rows too, of {kinds} or a folder",
        "只写合计：还须给出写各行结果的文件（{kinds}）或文件夹",
    ),
    "table-library": (
        "needs properties of steam or water, which {engine} cannot look up: use Polars, pandas, PyArrow, DuckDB or files",
        "需要查水和水蒸气物性，{engine} 无法查取：请使用 Polars、pandas、PyArrow、DuckDB 或文件",
    ),
    "table-none": ("no such file, and no {kinds} under that name", "没有该文件，该名称下也没有 {kinds}"),
    "table-row-broken": (
        "the row has {found:cell|cells}, the header has {asked}",
        "该行有 {found} 个单元格，表头有 {asked} 个",
    ),
    "table-too-long": (
        "{rows:row does|rows do} not fit an XLSX sheet; write Parquet or CSV",
        "{rows} 行超出 XLSX 工作表上限；请写 Parquet 或 CSV",
    ),
    "table-which": ("give {option}, or a column of that name", "请给出 {option}，或在表中加入同名列"),
    "table-already": (
        "already done: {rows:row|rows}, {out} out, {aside} set aside in {file}",
        "已完成：共 {rows} 行，算出 {out} 行，剔除 {aside} 行（见 {file}）",
    ),
    "table-done": (
        "{rows:row|rows}: {out} out, {aside} set aside in {file}",
        "共 {rows} 行：算出 {out} 行，剔除 {aside} 行（见 {file}）",
    ),
    "table-progress": (
        "{done} of {rows:row|rows}, {rate}/s, {left} s left",
        "{rows} 行已算 {done} 行，每秒 {rate} 行，约剩 {left} 秒",
    ),
    "table-stopped": (
        "stopped; the finished parts are kept: run again with --resume",
        "已停止；已完成的部分保留：加 --resume 继续",
    ),
    "column-required": ('a column is required, for example "{example}"', '缺少必需的列，例如 "{example}"'),
}
