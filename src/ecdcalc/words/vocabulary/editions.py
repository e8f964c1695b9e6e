"""Words of the editions of limits and of the national levels."""

WORDS: dict[str, tuple[str, str]] = {
    "national-baseline": ("baseline level met", "达到基准水平"),
    "national-below-baseline": ("below the baseline level", "低于基准水平"),
    "national-benchmark": ("benchmark level met", "达到标杆水平"),
    "national-levels": ("national levels", "国家能效水平"),
    "unconfirmed": ("not confirmed, grade C", "未经证实，C级"),
    "until": ("until", "有效期至"),
}
