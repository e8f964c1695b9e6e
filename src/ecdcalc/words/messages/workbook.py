"""Workbooks."""

MESSAGES: dict[str, tuple[str, str]] = {
    "workbook-extra": (
        'workbooks need XlsxWriter: pip install "ecdcalc[excel]"',
        '工作簿需要 XlsxWriter：pip install "ecdcalc[excel]"',
    ),
}
