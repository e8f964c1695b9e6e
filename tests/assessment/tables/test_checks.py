"""Which rows are set aside: every refusal has a reason, and a row without a mistake has none."""

import narwhals as nw
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecdcalc.assessment.tables.checks import REFUSAL, all_fit, first
from ecdcalc.assessment.tables.headers import read_columns
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.extents import Held
from ecdcalc.numbers.symbols import Graph
from ecdcalc.numbers.units import normal, read_quantity
from ecdcalc.plugins.coking.battery import CokeBattery
from ecdcalc.words.errors import UnitError
from ecdcalc.words.texts import say

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
ROW = {"coke [万t]": 60.0, "charging": "stamp", "quenching": "wet", "energy.electricity [GWh]": 18.0}
ROW["energy.coking-coal [万t]"] = 81.0


def refused(options=OPTIONS, base=ROW, **changes):
    row = {**base, **changes}
    frame = polars.DataFrame({key: [value] for key, value in row.items()}, strict=False)
    answer = portfolio(frame, **options)
    assert answer.results.height + answer.rejects.height == 1
    return answer.rejects.row(0, named=True) if answer.rejects.height else None


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("coke [万t]", -5.0, "must be > 0 t"),
        ("coke [万t]", 0.0, "must be > 0 t"),
        ("coke [万t]", None, "is required; for example 1 t"),
        ("coke [万t]", float("nan"), "is no finite number"),
        ("coke [万t]", float("inf"), "is no finite number"),
        ("coke [万t]", 1e70, "must be > 0 t"),
        ("charging", "sideways", "found 'sideways'; accepted: top, stamp, heat-recovery"),
        ("moisture [%]", 31.0, "must be >= 0 %, <= 30 %"),
        ("energy.electricity [GWh]", 1e70, "must be < 1e+30"),
        ("reporting.coke [t]", -1.0, "must be > 0 t"),
        ("reporting.quenching", "damp", "found 'damp'; accepted: wet, dry"),
    ],
)
def test_a_cell_that_cannot_be_used(column, value, reason):
    found = refused(**{column: value})
    assert found["reject_column"] == column
    assert found["reason"] == f"{column}: {reason}"
    assert found["reject_value"] == (None if value is None else str(value).replace("nan", "NaN"))


@pytest.mark.parametrize("column", ["moisture [%]", "nox.mass [t]", "reporting.coke [t]", "energy.electricity [GWh]"])
def test_an_empty_cell_that_need_not_be_given(column):
    assert refused(**{column: None}) is None


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "text",
    ["130,5", "130，5", "0,500", "1.300,5", "1 300", "1_300", "1,30,000", "0x1F", "十二", "1.2.3", "about 5"],
)
def test_a_cell_that_is_no_number_is_told_the_slip_that_a_plant_file_is(text, lang):
    frame = polars.DataFrame({**ROW, "coke [万t]": text})
    with pytest.raises(UnitError) as of_plant:
        read_quantity(text, "t")
    said = of_plant.value.say(lang) if text != "about 5" else say("row-not-a-number", lang)
    for rows in (frame, frame.lazy()):
        reason = portfolio(rows, **OPTIONS, lang=lang).rejects.lazy().collect()["reason"].item()
        assert reason == f"coke [万t]: {said}".replace(normal(text), text)


def test_full_width_signs_are_read_in_a_cell():
    wide, narrow = (polars.DataFrame({**ROW, "coke [万t]": text}) for text in ("６０．５", "60.5"))
    found = [portfolio(rows, **OPTIONS).results.drop("coke [万t]") for rows in (wide, narrow)]
    assert found[0].height == 1 and found[0].equals(found[1])


def test_reasons_in_chinese():
    found = refused({**OPTIONS, "lang": "zh"}, **{"coke [万t]": -5.0})
    assert found["reason"] == "coke [万t]: 应 > 0 t"


def test_a_law_of_nature_before_and_after():
    options = {"sector": "coal", "process": "washery", "year": 2025, "grid_year": 2023}
    base = {"raw_coal [t]": 100.0, "clean_coal [t]": 60.0, "kind": "coking", "method": "jig"}
    assert refused(options, base) is None
    before = refused(options, base, **{"clean_coal [t]": 120.0})
    after = refused(options, base, **{"reporting.clean_coal [t]": 120.0})
    assert before["reject_column"] == "clean_coal"
    assert after["reject_column"] == "reporting.clean_coal"
    assert "120 t" in before["reason"]
    assert "100 t" in before["reason"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"measure": "coke-dry-quenching"}, None),
        ({"measure": ""}, None),
        ({"measure": None}, None),
        ({"measure": "coke-dry-quenchin"}, "no such measure"),
        ({"measure": "coke-dry-quenching", "quenching": "dry"}, "does not apply here"),
        ({"measure": "coke-dry-quenching", "measure.saving [%]": 3.0}, "measures something else"),
        ({"measure": "coke-dry-quenching", "measure.saving [kgce/t]": float("nan")}, "no finite number"),
        ({"measure": "coke-dry-quenching", "measure.saving [kgce/t]": None}, None),
    ],
)
def test_measures_of_rows(changes, reason):
    found = refused(**changes)
    assert (found is None) if reason is None else (reason in found["reason"])


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"closed": "2023-09-30"}, None),
        ({"closed": True, "new": False}, None),
        ({"new": "true"}, None),
        ({"closed": "last year"}, "2023-09-30"),
        ({"new": "2023-09-30"}, "true and false"),
        ({"closed": True, "new": True}, "both new and closed"),
    ],
)
def test_what_closes_and_what_is_new(changes, reason):
    found = refused(**changes)
    assert (found is None) if reason is None else (reason in found["reason"])


CELLS = st.none() | st.sampled_from([-1.0, 0.0, 10.0, 20.5, 21.0, float("nan"), float("inf")]) | st.floats()


@given(cells=st.lists(CELLS, min_size=1, max_size=5))
def test_where_the_ends_of_a_column_say_that_all_cells_fit_each_of_them_does(cells):
    for column in read_columns(CokeBattery, ["coke [万t]", "charging", "quenching", "moisture [%]"])[0]:
        if column.unit is None:
            continue
        frame = polars.DataFrame({column.name: cells}, schema={column.name: polars.Float64})
        fits = nw.from_native(frame).select(fits=column.fits())["fits"].to_list()
        alone = all(fit or (cell is None and not column.required) for fit, cell in zip(fits, cells, strict=True))
        assert alone or not all_fit(column, Held(frame))
        if all_fit(column, Held(frame.filter(polars.lit(False)))) and all(cell in (10.0, 20.5) for cell in cells):
            assert all_fit(column, Held(frame))


def test_a_table_that_can_break_nothing_refuses_no_row():
    frame = nw.from_native(polars.DataFrame({"a": [1, 2]}))
    found = Steps(graph := Graph(), first(graph, [])).apply(frame)
    assert [found[name].to_list() for name in REFUSAL] == [[None, None]] * 3
