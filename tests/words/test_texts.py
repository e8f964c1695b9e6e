import re
from importlib import import_module
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
    assert key in ("plan-form", "warn-of") or re.search(r"[\u4e00-\u9fff]", chinese)


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_every_message_is_used(key):
    assert f'"{key}"' in CODE


@pytest.mark.parametrize(("folder", "name"), [("messages", "MESSAGES"), ("vocabulary", "WORDS")])
def test_every_topic_is_named(folder, name):
    topics = {each.__name__.rpartition(".")[2] for each in import_module(f"ecdcalc.words.{folder}").TOPICS}
    files = {file.stem for file in (SOURCE / "words" / folder).glob("*.py") if f"\n{name}" in file.read_text("utf-8")}
    assert topics == files


@pytest.mark.parametrize(("folder", "name"), [("messages", "MESSAGES"), ("vocabulary", "WORDS")])
def test_no_topic_takes_the_key_of_another(folder, name):
    keys = [key for each in import_module(f"ecdcalc.words.{folder}").TOPICS for key in getattr(each, name)]
    assert sorted(keys) == sorted(set(keys))
