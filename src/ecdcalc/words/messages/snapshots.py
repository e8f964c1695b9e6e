"""Snapshots, and what is found when they are computed again."""

MESSAGES: dict[str, tuple[str, str]] = {
    "rerun-code": (
        "no factor, limit or target has changed: it is the code",
        "系数、限额和目标均未变化：差异来自程序代码",
    ),
    "rerun-differs": ("the result differs in {count:place|places}", "结果有 {count} 处不同"),
    "rerun-more": ("… and {count} more", "……另有 {count} 处"),
    "rerun-same": ("the result is the same, to the last digit", "结果逐位一致"),
    "snapshot-edited": (
        "was edited after it was made: its checksum does not hold",
        "生成后被修改过：校验和不符",
    ),
    "snapshot-lacks": (
        "lacks what a snapshot holds: {names}",
        "缺少快照应有的内容：{names}",
    ),
    "snapshot-later": (
        "is of edition {found}; this version reads up to {known}: update ecdcalc",
        "为第 {found} 版快照；本版本最高可读第 {known} 版：请更新 ecdcalc",
    ),
    "snapshot-none": (
        "is no snapshot: write one with --output result.ecd.json",
        "不是快照文件：请用 --output result.ecd.json 生成",
    ),
    "snapshot-path": (
        "this file of the snapshot would lie outside its folder",
        "快照中的此文件位于其目录之外",
    ),
    "snapshot-not-json": ("is not JSON: {reason}", "不是有效的 JSON：{reason}"),
}
