"""What this sector says, in English and in Chinese, by key."""

TEXTS = {
    "two-high-same-output": ("assumed: the same output in both states", "假定：前后产量相同"),
}
