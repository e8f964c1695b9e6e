"""Measures of the user's own."""

MESSAGES: dict[str, tuple[str, str]] = {
    "own-measure-unknown": (
        "no measure {found!r} among the rows of --measures FILE; did you mean {near}?",
        "--measures 文件中没有措施 {found!r}；是否指 {near}？",
    ),
    "own-measure-nothing": (
        "the measure does nothing: give a saving with its carrier, a penalty or a removal",
        "该措施没有任何作用：请给出节约量及其能源品种、附加能耗或去除量",
    ),
    "own-measure-unit": (
        "{found} says not what it is a share or an amount of; accepted here: {units}",
        "{found} 未说明是比例还是数量；此处可用：{units}",
    ),
    "own-measure-no-energy": (
        "the process {process} has no energy carriers: nothing of them can be saved",
        "工序 {process} 没有能源消费，无从节约",
    ),
    "own-measure-pollutant": (
        "nothing can be removed of {found} in the process {process}; here: {known}",
        "工序 {process} 的 {found} 无从去除；此处可用：{known}",
    ),
    "own-measure-no-effect": (
        "the removal changes nothing here: what is emitted is not counted by way of that stack, water or VOC source",
        "该去除量在此不起作用：排放量不是按该烟囱、废水或VOC源计算的",
    ),
    "own-measure-partly": (
        "only a part of what is emitted passes by there: give the removal as a share (%) of that part",
        "排放量只有一部分经过该处：请以该部分的比例（%）给出去除量",
    ),
    "own-measure-mark": (
        "* the user's own measure: its numbers are the user's and have no published source",
        "* 用户自定措施：数值由用户给出，无公开来源",
    ),
}
