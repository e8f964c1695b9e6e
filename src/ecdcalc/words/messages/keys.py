"""Words in the place of keys."""

MESSAGES: dict[str, tuple[str, str]] = {
    "word-ambiguous": (
        "{found!r} may mean several: {meanings}; write one of them",
        "“{found}”有多种含义：{meanings}；请写明其中一个",
    ),
    "word-unknown-near": ("unknown word {found!r}; did you mean {near}?", "未知的名称“{found}”；是否指“{near}”？"),
}
