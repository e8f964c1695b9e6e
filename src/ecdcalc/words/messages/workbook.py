"""Workbooks, out and in."""

MESSAGES: dict[str, tuple[str, str]] = {
    "workbook-extra": (
        'workbooks need XlsxWriter: pip install "ecdcalc[excel]"',
        '工作簿需要 XlsxWriter：pip install "ecdcalc[excel]"',
    ),
    "workbook-read-extra": (
        'workbooks are read with openpyxl: pip install "ecdcalc[excel]"',
        '读取工作簿需要 openpyxl：pip install "ecdcalc[excel]"',
    ),
    "workbook-locked": (
        "is an old .xls file or locked with a password; save it as .xlsx without a password",
        "是旧版 .xls 文件或已加密；请另存为不加密的 .xlsx",
    ),
    "workbook-file-too-large": (
        "is larger than {most} MB; without pictures and other sheets a workbook of this form is a few dozen kB",
        "超过 {most} MB；去掉图片和其他工作表，本格式的工作簿通常只有几十 kB",
    ),
    "workbook-too-large": (
        "holds more than {most} MB when it is unpacked; delete empty rows and columns that have nothing but a format",
        "解压后超过 {most} MB；请删除仅有格式的空行和空列",
    ),
    "workbook-entities": (
        "{part} names entities of its own, as no spreadsheet program writes them",
        "{part} 含有自定义实体，正常的电子表格不会这样写",
    ),
    "workbook-broken": ("is no workbook that can be read: {reason}", "不是可读取的工作簿：{reason}"),
    "workbook-not-template": (
        "is no workbook of ecdcalc's form; begin with: ecdcalc template SECTOR --output plant.xlsx",
        "不是 ecdcalc 格式的工作簿；请从 ecdcalc template 行业 --output plant.xlsx 开始",
    ),
    "workbook-version": (
        "is of another version of the form ({found}); write a new template and copy the values",
        "为其他版本的模板（{found}）；请生成新模板并复制数据",
    ),
    "workbook-sheet-missing": (
        "the sheet {sheet!r} is not there: put it back under that name, or delete this line",
        "缺少工作表“{sheet}”：请按原名恢复，或删除本行",
    ),
    "workbook-hidden": ("the sheet is hidden; its values are taken", "该工作表被隐藏；其数据仍被采用"),
    "workbook-rows": ("has more than {most} rows that are filled", "有数据的行超过 {most} 行"),
    "cell-no-path": (
        "there are values here, but the first column does not say of what",
        "此行有数据，但首列未说明是什么",
    ),
    "cell-formula": ("is a formula; its stored value {found} is taken", "是公式；采用其已存的值 {found}"),
    "cell-formula-empty": (
        "is a formula without a stored value: open the file in a spreadsheet program and save it, or type the value",
        "是公式但没有已存的值：请用表格软件打开并保存，或直接填写数值",
    ),
    "cell-error": ("shows the error {found}", "显示错误 {found}"),
    "cell-date": (
        "is a date ({found}); a number is expected: format the cell as a number",
        "是日期（{found}）；应为数值：请将单元格格式改为数值",
    ),
    "cell-number-text": (
        "is a number stored as text ({found}); it is read as a number",
        "是以文本存储的数（{found}）；已按数值读取",
    ),
    "cell-no-number": (
        "{found!r} is no number, and the unit {unit} stands beside it",
        "“{found}”不是数值，而旁边有单位 {unit}",
    ),
    "cell-two-units": (
        "{found!r} has a unit of its own, and {unit} stands beside it; keep one",
        "“{found}”已带单位，旁边又有 {unit}；请只留一个",
    ),
    "cell-percent": (
        "is shown as a percentage, but {unit} stands beside it; choose one",
        "以百分比显示，但旁边的单位是 {unit}；请统一",
    ),
    "cell-merged": (
        "are merged cells; every value needs a cell of its own: split them",
        "是合并单元格；每个数值须有自己的单元格：请取消合并",
    ),
}
