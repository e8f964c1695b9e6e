from pathlib import Path

import pytest

from ecdcalc.model.sector import sectors
from ecdcalc.words.shared_texts import SHARED
from ecdcalc.words.texts import MESSAGES

SOURCE = Path(__file__).parents[2] / "src" / "ecdcalc"
ROOMS = {  # each sector is a room, the core is one
    name: "\n".join(
        file.read_text(encoding="utf-8")
        for file in files
        if not file.name.endswith("texts.py") and file.parent.name != "messages"
    )
    for name, files in {
        "core": [file for file in SOURCE.rglob("*.py") if "plugins" not in file.parts],
        **{each.name: [*each.glob("*.py")] for each in (SOURCE / "plugins").iterdir() if each.is_dir()},
    }.items()
}


@pytest.mark.parametrize("key", SHARED)
def test_a_shared_text_belongs_to_the_core_or_to_several_sectors(key):
    users = [name for name, code in ROOMS.items() if f'"{key}"' in code]
    assert "core" in users or len(users) > 1


def test_no_sector_says_a_text_of_another_in_the_same_words():
    told = {}
    for sector in sectors().values():
        for key, text in sector.texts.items():
            assert told.setdefault(text, key) == key
    assert not {*told} & {*SHARED.values()}
    assert {*SHARED} <= {*MESSAGES}
