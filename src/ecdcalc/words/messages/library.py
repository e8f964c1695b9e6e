"""The library: what is handed in and out by programs."""

MESSAGES: dict[str, tuple[str, str]] = {
    "given-not-a-plant": (
        "is of type {found}; accepted are a path, a dictionary, or what load_plant and load_region return",
        "为 {found}；可用文件路径、字典，或 load_plant、load_region 的返回值",
    ),
    "given-not-a-path": ("is of type {found}; accepted is a path", "为 {found}；应为文件路径"),
    "option-unknown": ("no such option; did you mean {near}?", "没有此选项；是否指 {near}？"),
    "pickle-of-version": (
        "was written by ecdcalc {found}, this is {here}: compute it anew",
        "由 ecdcalc {found} 写出，当前为 {here}：请重新计算",
    ),
    "result-unknown": (
        "no process {found!r} in this result; there are {near}",
        "结果中没有工序 {found!r}；已有 {near}",
    ),
    "output-unknown": (
        "the process {process} has no output {found!r}; did you mean {near}?",
        "工序 {process} 没有输出量 {found!r}；是否指 {near}？",
    ),
}
