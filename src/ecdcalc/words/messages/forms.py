"""Forms for Word."""

MESSAGES: dict[str, tuple[str, str]] = {
    "form-both": (
        'needs a text in both languages: {{ zh = "…", en = "…" }}',
        '须给出两种语言的文字：{{ zh = "…", en = "…" }}',
    ),
    "form-digits": ("found {found}; the number of decimals is from 0 to 9", "出现 {found}；小数位数为0至9"),
    "form-field": (
        "{found}: there is no field {step!r}; did you mean {near}?",
        "{found}：没有字段 {step!r}；是否指 {near}？",
    ),
    "form-incomplete": ("{label}: is required by the form {form}", "{label}：表格 {form} 必填"),
    "form-name": ("the form has no such name; did you mean {near}?", "表格中没有这个名称；是否指 {near}？"),
    "form-not-word": ("is not a Word document (.docx)", "不是 Word 文档（.docx）"),
    "form-of-other": (
        "the form {form} is filled by `ecdcalc {of}`, not by `ecdcalc {kind}`",
        "表格 {form} 由 `ecdcalc {of}` 填写，而不是 `ecdcalc {kind}`",
    ),
    "form-tags": (
        "the tags of the layout are broken: {reason}; near: {where}",
        "版式中的标签有误：{reason}；位置：{where}",
    ),
    "form-unknown": (
        "no form and no folder {found!r}; did you mean {near}?",
        "没有表格或文件夹 {found!r}；是否指 {near}？",
    ),
    "form-without-word": (
        "is for Word documents: add --output report.docx",
        "用于 Word 文档：请加 --output report.docx",
    ),
    "form-width": ("found {found}; the width of a column is from 1 to 9", "出现 {found}；列宽为1至9"),
    "pdf-extra": ('PDF needs Typst: pip install "ecdcalc[pdf]"', 'PDF 需要 Typst：pip install "ecdcalc[pdf]"'),
    "pdf-no-font": (
        "no font with Chinese signs is installed; install one, such as {fonts}",
        "没有安装中文字体；请安装一种，如 {fonts}",
    ),
    "report-value": (
        "found {found}; a text, a number, yes or no (true, false) or a list of tables of these is expected",
        "出现 {found}；此处应为文本、数字、是否（true、false），或由它们组成的表的列表",
    ),
    "word-extra": (
        'Word documents need docxtpl: pip install "ecdcalc[word]"',
        'Word 文档需要 docxtpl：pip install "ecdcalc[word]"',
    ),
}
