import re
from pathlib import Path
from string import Formatter

import pytest

from ecdcalc.model.sector import sectors
from ecdcalc.words.texts import MESSAGES

assert sectors()  # their texts are added when they load

SOURCE = Path(__file__).parents[2] / "src" / "ecdcalc"
CODE = "\n".join(
    file.read_text(encoding="utf-8")
    for file in SOURCE.rglob("*.py")
    if not file.name.endswith("texts.py") and file.parent.name != "messages"
)


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_every_message_is_in_both_languages_with_the_same_values(key):
    english, chinese = MESSAGES[key]
    assert english and chinese
    assert fields(english) == fields(chinese)
    assert key == "plan-form" or re.search(r"[\u4e00-\u9fff]", chinese)


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_every_message_is_used(key):
    assert f'"{key}"' in CODE
