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
    "report-also-energy": (
        "it has carriers of its own beside those of the report in {place}: the report counts the whole plant",
        "该工序自有能源消费，而报表已将全厂能源填入 {place}：请避免重复",
    ),
    "report-complies": (
        "“{found}” stands beside {value} against a limit of {limit}",
        "限额 {limit}、实际 {value}，却填“{found}”",
    ),
    "report-differs": ("{found} here and {other} in {cell}", "此处为 {found}，{cell} 为 {other}"),
    "report-no-net": (
        "use and output of {carrier} cancel out, but not in coal equivalent: give them one factor",
        "{carrier} 的消费与产出相抵，折标量却不相抵：请采用同一系数",
    ),
    "report-not-taken": (
        "{found} was not taken: no one place of the plant file fits",
        "{found} 未填入：企业文件中没有唯一对应处",
    ),
    "report-price": (
        "the price of {carrier} in the plant file stays; the cost of the report was not taken",
        "企业文件已有{carrier}价格，未采用报表的购进金额",
    ),
    "report-limit-differs": (
        "the report has a limit of {found}, ecdcalc one of {asked}",
        "报表限额为 {found}，ecdcalc 为 {asked}",
    ),
    "report-value-differs": (
        "the report has {found}, the plant comes to {asked} after its retrofit",
        "报表实际值为 {found}，按企业文件改造后为 {asked}",
    ),
    "report-process": (
        "say with --process which process takes the energy ({found}): {known}",
        "请用 --process 指明能源填入哪个工序（{found}）：{known}",
    ),
    "report-quotient": (
        "{found} is printed, the cells beside it give {asked}",
        "填报 {found}，由同行数据计算为 {asked}",
    ),
    "report-reconcile": (
        "comprehensive energy ({basis}) is {form} by the form and {engine} by ecdcalc",
        "综合能源消费量（{basis}）按报表为 {form}，ecdcalc 计算为 {engine}",
    ),
    "report-transformed": (
        "the input of transformation is {found}, its parts come to {asked}",
        "加工转换投入合计 {found}，各项之和为 {asked}",
    ),
    "report-transformed-industrial": (
        "{found} is transformed, which is more than industry used ({whole})",
        "加工转换投入 {found} 大于工业生产消费（{whole}）",
    ),
    "report-units": ("{found} here, {other} on the sheet before", "此处单位为 {found}，前表为 {other}"),
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
