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
}
