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
    "warn-capacity": (
        "{found} of the capacity is made; usually {expected}{slip}",
        "产量为产能的 {found}，通常为 {expected}{slip}",
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
    "warn-range": ("{found} is unusual: usually {expected}{slip}", "{found} 不寻常：通常为 {expected}{slip}"),
}
