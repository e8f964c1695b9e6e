"""Warnings: what is improbable or does not fit together, and the slips of writing that would explain it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "beyond-range": (
        "{found} must be {sign} {bound} {unit}: beyond that it cannot be ({source}){slip}",
        "{found} 应 {sign} {bound} {unit}，超出即不可能（{source}）{slip}",
    ),
    "slip-kj": ("; about {times} times: kJ for MJ?", "；约差 {times} 倍：把 kJ 当作 MJ？"),
    "slip-mg": ("; about {times} times: g for mg?", "；约差 {times} 倍：把 g 当作 mg？"),
    "slip-thousand": ("; about {times} times: kg for t, kWh for MWh?", "；约差 {times} 倍：千克与吨、千瓦时与兆瓦时？"),
    "slip-wan": ("; about {times} times: 万 missing, or one too many?", "；约差 {times} 倍：漏写或多写“万”？"),
    "slip-yi": ("; about {times} times: 亿 missing, or one too many?", "；约差 {times} 倍：漏写或多写“亿”？"),
    "warn-balance": (
        "{takes} together are {found} of {makes} together; expected {expected}",
        "{takes} 合计为 {makes} 合计的 {found}，应为 {expected}",
    ),
    "warn-capacity": (
        "{found} of the capacity is made; usually {expected}{slip}",
        "产量为产能的 {found}，通常为 {expected}{slip}",
    ),
    "warn-far": (
        "{found} is far from all that is known, the bounds by expert knowledge are {expected}{slip}",
        "{found} 远超已知范围，经验界限为 {expected}{slip}",
    ),
    "warn-gained-before": (
        "{found} is gained in the baseline already and does not change: nothing is reduced; give 0 in the baseline "
        "and this in `reporting`",
        "{found} 在基期已计入且未变化，减排量为0；基期请填0，此值填入 reporting",
    ),
    "warn-impossible": (
        "{found} cannot be, the bounds are {expected}{slip}",
        "{found} 不可能，界限为 {expected}{slip}",
    ),
    "warn-limit": (
        "{found}; the limit that it is graded by lets expect {expected}{slip}",
        "{found}；按所对照的限额，应在 {expected}{slip}",
    ),
    "warn-not-used": (
        "is given and not used: it counts only where {name} is {words}",
        "已填写但未采用：仅当 {name} 为 {words} 时才计入",
    ),
    "warn-measure": (
        "{found}; the library says {expected}{slip}",
        "{found}；措施库为 {expected}{slip}",
    ),
    "warn-oxygen": (
        "{found} of oxygen: above {expected} the correction to reference oxygen amplifies every error of the "
        "measurement{slip}",
        "含氧量 {found}：超过 {expected} 时，折算到基准氧会放大测量误差{slip}",
    ),
    "warn-validity": (
        "{found} is outside the range in which {formula} is as good as stated: {expected}; it only loses precision there",
        "{found} 超出公式 {formula} 达到所述精度的范围：{expected}；超出后仅精度下降",
    ),
    "warn-validity-draws": (
        "in {share} of the trials outside the range in which {formula} is as good as stated: {expected}; "
        "the furthest draw is {found}",
        "{share} 的抽样超出公式 {formula} 达到所述精度的范围：{expected}；最远的抽样值为 {found}",
    ),
    "warn-published": (
        "{found}; within two orders of magnitude of the published value it would be {expected}{slip}",
        "{found}；与公布值相差不超过两个数量级时应为 {expected}{slip}",
    ),
    "warn-of": ("{of}: {said}", "{of}：{said}"),
    "warn-range": ("{found} is unusual: usually {expected}{slip}", "{found} 不寻常：通常为 {expected}{slip}"),
    "warn-relation": (
        "does not fit the rest of the process: {found}, expected {expected}{slip}",
        "与本工序其他数据不符：比值 {found}，应为 {expected}{slip}",
    ),
    "warn-closed": (
        "closing it makes {name} rise by {found}: is an amount given as negative?",
        "关停后{name}反而增加 {found}：是否有数量被写成负数？",
    ),
    "warn-guide": (
        "the guide {asked} has no values for {carrier}, so those of {found} were taken; guides are not to be mixed: give "
        "lhv, carbon_content and oxidation of your own, or choose another co2_guide",
        "{asked} 指南没有 {carrier} 的数值，已取 {found} 的数值；各指南不应混用：请填写实测的 lhv、carbon_content 和 oxidation，"
        "或另选 co2_guide",
    ),
    "warn-leaks": (
        "leaks are counted one by one, and {factor} has a factor that holds those of the whole plant",
        "泄漏已逐点核算，而 {factor} 又采用了包含全厂泄漏的排放系数",
    ),
    "warn-light": (
        "{before} fall to {after}, below two fifths: so much is hardly saved at the same light, and less light is no saving",
        "由 {before} 降至 {after}，不足四成：照度不变时难以做到，减少照明不应计作节能量",
    ),
    "warn-meter": (
        "{name} changes from {before} to {after} while the metered energy stays: model and meter disagree",
        "{name} 由 {before} 变为 {after}，而计量能耗未变：模型与计量不一致",
    ),
    "warn-order": (
        "the measures overlap: {alone} each alone, {together} together; the share of each is that of this order: {order}",
        "措施之间相互影响：单独实施合计 {alone}，一起实施 {together}；各项节能量取决于顺序：{order}",
    ),
    "warn-price": (
        "{found}, per coal equivalent, is unusual for a price: usually {expected}{slip}",
        "按标准煤折算的价格为 {found}，不寻常：通常为 {expected}{slip}",
    ),
    "warn-price-below-zero": (
        "a price below zero: who takes {carrier} is paid for it. If it is a disposal fee this is right",
        "价格为负：使用 {carrier} 反而获得收入；如为处置费则正确",
    ),
    "warn-scaled": (
        "the baseline is scaled by output alone, {found} times: no fixed part of the energy and no weather is seen; "
        "measured savings need a baseline model",
        "基期仅按产量折算，为 {found} 倍：未考虑固定能耗和气象条件；实测节能量应采用基期模型",
    ),
    "warn-sub-meter": (
        "its energy may be in the meter of {meter} already, and would count twice",
        "其能耗可能已包含在 {meter} 的计量中，会重复计算",
    ),
    "warn-taker": (
        "no sink is given: heat that nobody takes saves nothing; say at what temperature it is used (sink)",
        "未给出供热温度：没有用户的余热不产生节能量；请用 sink 给出用热温度",
    ),
    "warn-two-factors": (
        "{one} and {other} for one fuel contradict each other",
        "同一燃料的 {one} 与 {other} 相互矛盾",
    ),
}
