"""Words of choices in the cells of a table: read as keys, refused with their meanings where they have several."""

import polars
import pytest

from ecdcalc import portfolio
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sector
from ecdcalc.read.words import shared_words

KIND = fields_of(sector("chemicals").process("chemical"))["kind"]


def answer(lang="en"):
    frame = polars.DataFrame(
        {
            "name": ["a", "b", "c"],
            "kind": ["乙二醇", "ethylene-glycol-coal", "酒"],
            "product [t]": [1000.0] * 3,
            "energy.electricity [kWh]": [1e6] * 3,
        }
    )
    return portfolio(frame, sector="chemicals", process="chemical", year=2025, grid_year=2023, lang=lang)


def test_a_word_of_several_says_which():
    assert answer().results["name"].to_list() == ["b"]
    reasons = dict(answer().rejects.select("name", "reason").iter_rows())
    assert "may mean several" in reasons["a"] and "ethylene-glycol-syngas" in reasons["a"]
    assert "accepted: " in reasons["c"]
    reasons = dict(answer("zh").rejects.select("name", "reason").iter_rows())
    assert "有多种含义" in reasons["a"] and "甲醛" not in reasons["a"]


@pytest.mark.parametrize("word", ["乙二醇", "甲醛"])
def test_shared_words_are_of_several(word):
    assert len(shared_words(KIND)[word]) > 1
    assert not set(KIND.options) & set(shared_words(KIND))
