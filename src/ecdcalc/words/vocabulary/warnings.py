"""Words of the section of warnings."""

WORDS: dict[str, tuple[str, str]] = {
    "source": ("source", "依据"),
    "warning": ("warning", "警告"),
    "warnings": ("Warnings: look at these before the numbers", "警告：使用结果前请先核对"),
}
