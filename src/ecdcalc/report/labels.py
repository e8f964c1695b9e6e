"""The words of tables in both languages, and how numbers are shown to people."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "action": ("action", "行动"),
    "aspirational": ("aspirational", "力争"),
    "balance": ("balance", "物料衡算"),
    "baseline": ("baseline", "基期"),
    "basis": ("basis", "折标口径"),
    "binding": ("binding", "约束性"),
    "calorific": ("calorific", "当量值"),
    "capex": ("capex", "投资"),
    "changed": ("changed by measures", "经措施改变"),
    "clause": ("clause", "条款"),
    "closed": ("closed", "关停"),
    "condition": ("condition", "条件"),
    "confidence": ("grade", "可信度"),
    "correction": ("correction", "修正"),
    "deadline": ("deadline", "期限"),
    "document": ("document", "文件"),
    "edition": ("edition", "版本"),
    "effective": ("effective", "实施日期"),
    "electricity": ("electricity", "电力"),
    "electricity-saved": ("electricity saved", "节电量"),
    "energy": ("energy", "综合能耗"),
    "energy-saved": ("energy saved", "节能量"),
    "energy-saved-heat": ("energy saved, as heat", "节能量（热量）"),
    "factor": ("factor", "产排污系数"),
    "factor-used": ("factor", "折标系数"),
    "gap": ("gap", "差距"),
    "gaps": ("Gaps to the targets", "与目标的差距"),
    "given": ("given", "给定值"),
    "grade-c": (
        "Rests on unconfirmed values (grade C): {names}",
        "以下数值依据未经证实（C级）：{names}",
    ),
    "grades": ("Energy limits", "能耗限额等级"),
    "health": ("health", "状态"),
    "id": ("id", "编号"),
    "incomplete": ("incomplete", "数据不全"),
    "indicator": ("indicator", "指标"),
    "item": ("item", "项目"),
    "level-1": ("level 1", "1级"),
    "level-2": ("level 2", "2级"),
    "level-3": ("level 3", "3级"),
    "life": ("life, a", "寿命，年"),
    "limit": ("limit", "限值"),
    "measure": ("measure", "措施"),
    "measures": ("Measures", "节能措施"),
    "met": ("met", "达标"),
    "monitoring": ("monitoring", "监测"),
    "name": ("name", "名称"),
    "new": ("new", "新建"),
    "no": ("no", "否"),
    "not-computed": ("Not computed", "未计算"),
    "not-evaluated": ("not evaluated", "未评估"),
    "not-evaluated-count": (
        "{count} targets are not evaluated here (--format json lists each with its reason).",
        "另有 {count} 项目标未在此评估（--format json 列出各项原因）。",
    ),
    "not-qualified": ("not qualified", "不合格"),
    "not-yet": ("not yet, from {date}", "尚未实施（{date}起）"),
    "note": ("note", "备注"),
    "op": ("op", "比较"),
    "open": ("open", "未达标"),
    "origin": ("origin", "来源"),
    "per-process": ("Processes", "各工序"),
    "plan": ("plan", "方案"),
    "plant": ("plant", "企业"),
    "primary": ("primary-equivalent", "等价值"),
    "process": ("process", "工序"),
    "processes": ("processes", "工序数"),
    "product": ("product", "产品"),
    "qualitative": ("qualitative", "定性"),
    "range": ("range", "范围"),
    "reason": ("reason", "原因"),
    "reduction": ("reduction of {name}", "{name}减排量"),
    "reporting": ("reporting", "报告期"),
    "retrofit": ("retrofit", "改造"),
    "rollup": ("sum over the other processes", "其他工序合计"),
    "rows": ("rows", "行"),
    "rule": ("rule", "规则"),
    "saved": ("saved", "节约"),
    "scope": ("scope", "范围"),
    "sector": ("sector", "行业"),
    "sources": ("Sources", "数据来源"),
    "standard": ("standard", "标准"),
    "state": ("state", "时期"),
    "status": ("status", "状态"),
    "target": ("target", "目标"),
    "targets": ("targets", "项目标"),
    "totals": ("Savings and reductions", "节能减排量"),
    "trigger": ("trigger", "触发条件"),
    "type": ("type", "类型"),
    "typical": ("typical", "典型值"),
    "unit": ("unit", "单位"),
    "unknown": ("date not known", "日期不详"),
    "value": ("value", "数值"),
    "version": ("version", "版本"),
    "year": ("year", "年份"),
    "yes": ("yes", "是"),
}


def word(key: str, lang: str, **values: object) -> str:
    """Return a word of the tables in `lang`; a key without an entry is shown as it is."""
    english, chinese = _WORDS.get(key, (key, key))
    return (chinese if lang == "zh" else english).format(**values)


def number(value: float | None) -> str:
    """Return a number for people: thousands apart, six figures, never in powers of ten below a billion."""
    if value is None:
        return ""
    if abs(value) >= 1e5:
        return f"{value:,.0f}"
    return f"{value:,.6g}" if value == 0 or abs(value) >= 1e-4 else f"{value:.4g}"


def amount(found: dict[str, object] | None) -> str:
    """Return value and unit of the contract for people."""
    if not found:
        return "–"
    value = found["value"]
    return f"{number(float(value))} {found['unit']}" if isinstance(value, (int, float)) else str(value)
