"""Pictures and pages."""

MESSAGES: dict[str, tuple[str, str]] = {
    "chart-extra": (
        'pictures are drawn by vl-convert: pip install "ecdcalc[html]"',
        '图表由 vl-convert 绘制：pip install "ecdcalc[html]"',
    ),
    "chart-no-font": (
        "the picture holds Chinese text and no font here has it: install one such as Noto Sans CJK, or take the SVG, which the reader's own fonts draw",
        "图中有中文而本机没有中文字体：请安装思源黑体（Noto Sans CJK）等字体，或改用 SVG（由阅读者的字体显示）",
    ),
    "page-extra": (
        'pages are set by Jinja2: pip install "ecdcalc[html]"',
        '网页由 Jinja2 生成：pip install "ecdcalc[html]"',
    ),
    "page-too-large": (
        "the page would have {size} bytes, more than the {most} that one file may have: assess the processes in several files, or take .xlsx",
        "网页将达 {size} 字节，超过单个文件上限 {most}：请分几个文件评估，或改用 .xlsx",
    ),
}
