"""Messages of random draws, and of two plants side by side."""

MESSAGES: dict[str, tuple[str, str]] = {
    "confidence-alone": (
        "targets are asked together with a probability: give --confidence too",
        "“同时达到”须给出概率：请同时给出 --confidence",
    ),
    "confidence-share": (
        "{found}: a probability from 50 % to below 100 % can be asked for",
        "{found}：可要求的概率为 50 % 至不足 100 %",
    ),
    "chance-draws": (
        "{found} draws: from {least} to {most} can be made",
        "抽样次数 {found}：应在 {least} 至 {most} 之间",
    ),
    "chance-extra": (
        "drawing needs the package NumPy: pip install 'ecdcalc[decide]'",
        "抽样需要软件包 NumPy：pip install 'ecdcalc[decide]'",
    ),
    "chance-seed": ("the seed {found} is below zero", "种子 {found} 小于零"),
    "chance-seed-alone": ("a seed is of draws: give --draws too", "种子用于抽样：请同时给出 --draws"),
    "range-crosses-zero": (
        "{found}: the range has ends below and above zero; money, lives and prices do not change their sign",
        "{found}：区间跨越零；费用、价格和寿命不会变号",
    ),
    "range-not-here": (
        "{found}: no range can be given here; give one number",
        "{found}：此处不能给区间；请给单一数值",
    ),
    "compare-count": (
        "{found:plant|plants}: from {least} to {most} can stand side by side",
        "{found} 个企业：可对比 {least} 至 {most} 个",
    ),
    "compare-draws": ("files are compared without draws", "文件对比时不抽样"),
    "compare-kinds": (
        "{found}: only plants of one sector on one basis stand side by side",
        "{found}：只能对比同一行业、同一折标口径的企业",
    ),
    "compare-names": ("{found:name|names} for {asked:result|results}", "{asked} 个结果给出了 {found} 个名称"),
    "set-unknown": (
        "the file has no measure {found!r}; it has {known}",
        "文件中没有措施 {found!r}；有 {known}",
    ),
}
