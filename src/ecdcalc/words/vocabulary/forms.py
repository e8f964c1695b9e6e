"""The words of forms."""

WORDS: dict[str, tuple[str, str]] = {
    "book-foot": (
        "Made by ecdcalc {version}. Formulas are in quantities: each value carries its unit. Fonts are embedded.",
        "由 ecdcalc {version} 生成。公式为量方程，各值均带单位。字体已嵌入。",
    ),
    "book-title": ("{name}: calculation book", "{name}：计算书"),
    "chapter": ("chapter", "章节"),
    "evidence-given": (
        "estimated: on given values, not on energy measured afterwards",
        "测算：依据给定值，而非改造后的实测能耗",
    ),
    "evidence-measured": ("energy measured after the change", "改造后实测能耗"),
    "filled": ("filled", "已填"),
    "form": ("form", "表格"),
    "form-asked": ("[{path}] of the plant file", "企业文件 [{path}]"),
    "form-blank": ("[to be filled]", "〔待填〕"),
    "form-blank-named": ("[to be filled: {name}]", "〔待填：{name}〕"),
    "form-computed": ("result: {path}", "计算结果：{path}"),
    "form-none-missing": ("Every required cell is filled.", "必填项目均已填写。"),
    "form-origin": (
        "Structure from public copies ({source}), edition {edition}, grade {grade}; the layout is our own. "
        "The form of the authority that takes the report wins.",
        "结构依据公开文本（{source}），版本{edition}，可信度{grade}；版式为本程序自拟。以受理部门的表格为准。",
    ),
    "form-title": ("{form}: completeness", "{form}：填写情况"),
    "form-unused": ("Told under [report], and not asked by this form: {names}", "[report] 中本表未用到的：{names}"),
    "missing": ("missing", "缺"),
    "region-pages-title": ("{name}: energy saving and emission reduction", "{name}：节能减排目标完成情况"),
    "required": ("required", "必填"),
    "result-of": ("of", "结果类型"),
}
