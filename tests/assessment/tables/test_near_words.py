"""A misspelt word of a choice is told as a plant file tells it, with the option that was probably meant."""

import polars
import pytest

from ecdcalc import portfolio
from ecdcalc.assessment.tables.headers import read_columns
from ecdcalc.assessment.tables.near_words import with_near
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.read.plant import read_plant
from ecdcalc.words.errors import InputError

ROW = {"coke [万t]": 60.0, "charging": "stamp", "quenching": "wet", "energy.coking-coal [万t]": 81.0}
OPTIONS = {"sector": "coking", "process": "battery", "year": 2025}


def of_plant(path, word):
    table = {"coke": "60 万t", "charging": "stamp", "quenching": "wet", "energy": {"coking-coal": "81 万t"}}
    before, _, key = path.rpartition(".")
    (table.setdefault(before, {}) if before else table)[key] = word
    with pytest.raises(InputError) as refused:
        read_plant({"sector": "coking", "year": 2025, "battery": [table]})
    (problem,) = refused.value.problems
    return problem


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("path", "word", "meant"),
    [
        ("quenching", "wett", "wet"),
        ("charging", "stemp", "stamp"),
        ("reporting.quenching", "drry", "dry"),
        ("quenching", "xyz", ""),
        ("charging", "heat_recovery", "heat-recovery"),
    ],
)
def test_the_near_option_is_told_of_a_row_as_of_a_plant(path, word, meant, lang):
    rows = polars.DataFrame([{**ROW, path: word}, {**ROW, path: "wet" if "quenching" in path else "top"}])
    answer = portfolio(rows, **OPTIONS, lang=lang)
    problem = of_plant(path, word)
    assert answer.results.height == 1
    assert answer.rejects["reason"].item() == problem.say(lang).replace(f"battery[0].{path}", path)
    assert (problem.key == "not-an-option-near") == bool(meant)
    assert not meant or str(problem.values["near"].en) == meant


def test_words_are_looked_for_in_a_few_alone_and_other_reasons_stay():
    words = [f"wet{number}" for number in range(200)]
    aside = portfolio(polars.DataFrame([{**ROW, "quenching": word} for word in words]), **OPTIONS).rejects
    near = aside["reason"].str.contains("did you mean wet")
    assert aside.height == 200 and 1 < near.sum() < 200
    columns = read_columns(CokeBattery, [*ROW])[0]
    other = aside.with_columns(reason=polars.lit("another"))
    assert with_near("en", columns, other).equals(other)
