"""The words of pages."""

WORDS: dict[str, tuple[str, str]] = {
    "page-carbon": ("Carbon and coal: change since the base year", "碳排放与煤炭消费：较基期变化"),
    "page-contents": ("Contents", "目录"),
    "page-plants": ("Plants", "企业"),
    "page-projects": ("Projects and further tables", "项目及其他表"),
    "page-skip": ("To the content", "跳到正文"),
    "page-table": ("Numbers of the picture", "图中数据"),
    "page-unfold": (
        "A number with a dotted line unfolds to how it came about.",
        "带虚线的数字可展开，查看其来历。",
    ),
}
