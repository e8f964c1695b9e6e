"""The words of snapshots that are computed again."""

WORDS: dict[str, tuple[str, str]] = {
    "rerun-after": ("now", "现在"),
    "rerun-before": ("then", "当时"),
    "rerun-changes": ("What has changed since", "此后的变化"),
    "rerun-differences": ("Where the result differs", "结果的差异"),
    "rerun-factor": ("factor", "系数"),
    "rerun-kind": ("what", "类别"),
    "rerun-limit": ("limit", "限额"),
    "rerun-place": ("where", "位置"),
    "rerun-result": ("result", "结果"),
    "rerun-target": ("target", "目标"),
    "rerun-version": ("version", "版本"),
}
