import re

import pytest

from ecdcalc.words.help_zh import CLICK, HELP


@pytest.mark.parametrize("text", sorted({**HELP, **CLICK}))
def test_every_text_is_in_chinese(text):
    assert re.search(r"[\u4e00-\u9fff]", {**HELP, **CLICK}[text]) and not re.search(
        r"[\u4e00-\u9fff]", text.replace("山西", "").replace("亿元", "")
    )
