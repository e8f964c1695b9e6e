"""Results: grades, targets, what is missing."""

MESSAGES: dict[str, tuple[str, str]] = {
    "cancels": (
        "{reason}; the same in both states, so what is saved does not depend on it",
        "{reason}；两种状态下相同，节约量和减排量与之无关",
    ),
    "grade-correction": (
        "the standard corrects this row; give --shift or --scale for the limit, --value-shift or --value-scale for the "
        "value, or --uncorrected: {correction}",
        "该标准有修正；限值修正请用 --shift 或 --scale，数值修正请用 --value-shift 或 --value-scale，不修正用 "
        "--uncorrected：{correction}",
    ),
    "grade-fixed": ("the product fixes it: {value}", "该产品已限定为 {value}"),
    "grade-lacks": (
        "not given: {names} (write --input NAME=VALUE, or --uncorrected for the base limits)",
        "未给出：{names}（请用 --input 名称=值，或用 --uncorrected 取基本限值）",
    ),
    "grade-new-build": ("the bar of {limit} is not met", "未达到 {limit}"),
    "grade-no-heating": ("assumed: no pipelines are heated", "假定：无管道加热"),
    "grade-no-inputs": (
        "no correction of {product} is computed: give --shift, --scale, --value-shift or --value-scale",
        "{product} 的修正无法由输入计算：请给出 --shift、--scale、--value-shift 或 --value-scale",
    ),
    "grade-no-level": ("the standard has no level 3 for it", "该标准没有3级限值"),
    "grade-not-yet": (
        "not in force yet, before {date}; it would be {level}",
        "尚未实施（{date}起实施）；按该标准为{level}",
    ),
    "grade-one-correction": (
        "give inputs, or the correction as it comes out, or --uncorrected: only one of them",
        "输入量、修正结果、--uncorrected 只能给出一种",
    ),
    "grade-replaced": ("replaced by {by} since {date}; it was {level}", "{date}起由 {by} 代替；原为{level}"),
    "grade-uncorrected": ("base limits, without: {correction}", "基本限值，未作修正：{correction}"),
    "region-not-in-total": ("{total}: not, or not in whole, of {names}", "{total}：未含或仅含部分：{names}"),
    "not-in-total": ("{total}: without {title}: {reason}", "{total}：未含 {title}：{reason}"),
    "lacks-grid-year": (
        " (no grid factor of {province} for {found} is published, but for {known}: choose one as grid_year)",
        "（{province} {found} 年的电网因子尚未公布，已有 {known}：请用 grid_year 选定）",
    ),
    "lacks-range": (
        " (of {carrier} a range alone is published, {found}: give its measured lhv)",
        "（{carrier} 仅公布范围 {found}：请填写实测 lhv）",
    ),
    "lacks-supply-year": (
        " (no coal rate of electricity for {found} is published, but for {known}: choose one as electricity_year)",
        "（{found} 年的供电煤耗尚未公布，已有 {known}：请用 electricity_year 选定）",
    ),
    "lacks-inputs": ("not given: {names}", "未给出：{names}"),
    "target-elsewhere": ("not applicable here: it belongs to {where}", "不适用于此：属于{where}"),
    "target-no-indicator": (
        "the plan gives no quantity that one plant can be held against",
        "方案未给出可对单个企业评估的数值",
    ),
    "target-no-process": ("this plant has no {process}", "该企业没有 {process}"),
    "target-none-fits": ("no process here meets: {conditions}", "没有符合条件的工序：{conditions}"),
    "target-no-number": ("the plan gives no number; give it as targets.{id}", "方案未给出数值；请用 targets.{id} 给出"),
    "target-closed": ("the process is closed", "该工序已关停"),
    "outside-formulation": (
        "a property of steam or water is asked for outside the range of IAPWS-IF97",
        "水和水蒸气物性超出 IAPWS-IF97 的适用范围",
    ),
    "formula-outside": (
        "a formula is asked for a value outside the range in which it has a meaning",
        "公式所用数值超出其有意义的范围",
    ),
    "formula-outside-range": (
        "{found} is outside the range in which the formula has a meaning: {expected}",
        "{found} 超出公式有意义的范围：{expected}",
    ),
    "formula-undefined": (
        "a formula has no value for these numbers: check their order and their signs",
        "公式对这些数值无解：请检查其大小顺序和正负号",
    ),
    "formula-too-large": ("a result is too large for a number", "结果过大，无法表示"),
    "outside-moist-air": (
        "a property of moist air is asked for outside the range of ASHRAE RP-1485",
        "湿空气物性超出 ASHRAE RP-1485 的适用范围",
    ),
    "never-pays": ("the saving does not pay the interest: it never pays back", "年节约额不足以支付利息：无法回收投资"),
    "outside-table": ("a correction is asked for outside the table of the standard", "修正系数超出标准表格范围"),
    "physics-extra": (
        "properties of steam and water need the package CoolProp: pip install 'ecdcalc[physics]'",
        "水和水蒸气物性需要软件包 CoolProp：pip install 'ecdcalc[physics]'",
    ),
    "zero-denominator": ("division by zero: {names} is zero", "除数为零：{names} 为零"),
}
