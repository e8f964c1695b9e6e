"""The tables of energy of the yearly report."""

MESSAGES: dict[str, tuple[str, str]] = {
    "report-stock": (
        "the closing stock is {found}, but opening, purchased, made and recovered less sold and used leave {asked}",
        "期末库存为 {found}，而期初、购进、产出、回收减去外供和消费应为 {asked}",
    ),
    "report-part-industrial": (
        "{found} as feedstock is more than industry used ({whole})",
        "用于原材料 {found} 大于工业生产消费（{whole}）",
    ),
    "report-part-total": (
        "{found} of vehicles is more than was used in all ({whole})",
        "运输工具消费 {found} 大于消费合计（{whole}）",
    ),
    "report-negative": ("{found} is below zero", "{found} 小于零"),
    "report-no-table": (
        "no sheet has the head of the table of energy: {heads}",
        "没有含能源消费结构表头的工作表：{heads}",
    ),
    "report-unit": (
        "{found} does not measure this carrier; such as {asked}",
        "{found} 不是该能源的计量单位；如 {asked}",
    ),
    "report-factor": (
        "the published factor of {carrier} is a range: give the factor used",
        "{carrier} 的参考折标系数是范围：请填写采用折标系数",
    ),
}
