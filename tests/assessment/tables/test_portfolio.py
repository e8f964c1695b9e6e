"""The same answer one by one and on a table: the first of the three ideas."""

import narwhals as nw
import polars
import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.model.evaluation import POLLUTANTS
from ecdcalc.model.laws import broken_laws
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.plant import on_basis
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.formula import outputs_of
from ecdcalc.numbers.ops import Missing
from ecdcalc.read.plant import read_plant
from ecdcalc.read.record import Notes, read_record, with_defaults
from ecdcalc.reference.defaults import Context
from ecdcalc.words.errors import InputError
from tests.assessment.tables.rows import REPORTING, document_of, row_of, table_of

ROWS = 5
CONTEXT = {"year": 2025, "province": "shanxi", "grid_year": 2023, "electricity_year": 2024}
PLAN = "yuncheng-14fyp"
PROCESSES = [
    pytest.param(sector, cls, id=f"{sector.id}.{cls.about.key}")
    for sector in sectors().values()
    for cls in sector.processes
]
KINDS = ("polars", "lazy", "pandas", "pyarrow", "duckdb")


def native(frame, kind):
    if kind == "pandas":
        return frame.to_pandas()
    if kind == "pyarrow":
        return frame.to_arrow()
    if kind == "duckdb":
        import duckdb

        return duckdb.from_arrow(frame.to_arrow())
    return frame.lazy() if kind == "lazy" else frame


def collected(frame):
    narwhal = nw.from_native(frame)
    return (narwhal.collect("polars") if isinstance(narwhal, nw.LazyFrame) else narwhal).to_polars()


@pytest.mark.parametrize(("sector", "cls"), PROCESSES)
def test_a_table_gives_what_one_by_one_gives(sector, cls):
    rows = [row_of(cls, seed) for seed in range(ROWS)]
    if cls.about.rolls_up:  # its inputs are sums over the plant: alone, only what was before can be compared
        rows = [{path: value for path, value in row.items() if not path.startswith(REPORTING)} for row in rows]
    wanted = [(_evaluated if cls.about.rolls_up else _assessed)(sector, cls, row) for row in rows]
    numbered = table_of(cls, rows).with_columns(number=polars.int_range(polars.len()))
    for kind in KINDS:
        call = {"sector": sector.id, "process": cls.about.key, "plan": PLAN, **CONTEXT}
        answer = portfolio(native(numbered, kind), **call)
        results, rejects = collected(answer.results), collected(answer.rejects)
        found = {row["number"]: row for row in results.iter_rows(named=True)}
        aside = dict(zip(rejects["number"], rejects["reject_column"], strict=True))
        assert sorted([*found, *aside]) == [*range(ROWS)]
        for number, each in enumerate(wanted):
            if isinstance(each, InputError):
                assert number in aside, (kind, number, str(each))
                assert aside[number] == each.problems[0].place.split("].", 1)[-1], kind
            else:
                assert number in found, (kind, number, aside.get(number))
                _compare(found[number], each, (kind, number))


def _compare(row, wanted, where):
    for name, value in wanted.items():
        if value is None:
            assert row.get(name) is None, (*where, name)
        elif isinstance(value, str):
            assert row[name] == value, (*where, name)
        else:
            assert row[name] == pytest.approx(value, rel=1e-12, abs=_size(wanted, name) * 1e-12), (*where, name)


def _size(wanted, name):
    """Return how large the numbers are of which a saving is the difference."""
    state, _, rest = name.partition(".")
    sizes = [wanted.get(f"{each}.{rest}") for each in ("baseline", "reporting")] if state == "saved" else []
    return max((abs(each) for each in sizes if each is not None), default=1e-280)


def _evaluated(sector, cls, row):
    """Evaluate the row as one process alone; the refusal where it breaks a law."""
    notes = Notes()
    process = read_record(cls, document_of(cls, row), "x", notes)
    assert not notes.problems, [each.say("en") for each in notes.problems]
    context = Context(co2_guide=sector.co2_guide, **CONTEXT)
    process = on_basis(with_defaults(process, context), "calorific")
    problems = [*broken_laws(process, "x[0]")]
    return InputError(problems) if problems else _outputs("baseline", cls, evaluate(process))


def _assessed(sector, cls, row):
    """Assess the row as a plant of one process; the refusal where the plant file is refused."""
    table = document_of(cls, row)
    document = {"sector": sector.id, "plan": PLAN, **CONTEXT, cls.about.key: table if cls.about.single else [table]}
    try:
        answer = assess(read_plant(document))
    except InputError as error:
        return error
    result = answer.processes[0]
    declared = outputs_of(cls)
    found = _outputs("baseline", cls, result.baseline) | _outputs("reporting", cls, result.reporting)
    for name in ("energy", "electricity", *POLLUTANTS):
        if name in result.saved:
            key = f"saved.{POLLUTANTS.get(name, name)} [{declared[name].unit.text}]"
            found[key] = _number(result.saved[name], declared[name].unit)
    for grade in result.grades:
        found |= {f"grade.{state}.{grade.output}": str(level) for state, level in grade.level.items()}
    for gap in answer.gaps:
        if gap.gap is not None and gap.target.output in declared:
            unit = gap.target.bound.unit
            found[f"gap.{gap.target.id.upper()} [{unit.text}]"] = unit.out(gap.gap)
    return found


def _outputs(state, cls, terms):
    return {
        f"{state}.{POLLUTANTS.get(name, name)} [{output.unit.text}]": _number(terms[name].value, output.unit)
        for name, output in outputs_of(cls).items()
    }


def _number(value, unit):
    return None if isinstance(value, Missing) else unit.out(value)


TABLE = polars.DataFrame(
    {
        "name": ["a", "b", "c", "d", "e"],
        "coke [万t]": [60.0, 130.0, -5.0, None, 10.0],
        "charging": ["stamp", "top", "top", "stamp", "sideways"],
        "quenching": ["wet", "dry", "wet", "wet", "wet"],
        "energy.coking-coal [万t]": [81.0, 175.0, 100.0, 3.0, 3.0],
        "energy.electricity [GWh]": [18.0, 46.0, 3.0, 4.0, 4.0],
        "measure": ["coke-dry-quenching", None, None, None, None],
        "reporting.energy.electricity [GWh]": [16.0, None, None, None, None],
    }
)
OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}


def test_no_row_is_lost():
    result = portfolio(TABLE, **OPTIONS)
    assert result.results["name"].to_list() == ["a", "b"]
    assert dict(zip(result.rejects["name"], result.rejects["reason"], strict=True)) == {
        "c": "coke [万t]: must be > 0 t",
        "d": "coke [万t]: is required; for example 1 t",
        "e": "charging: found 'sideways'; accepted: top, stamp, heat-recovery",
    }


def test_measures_and_reporting_columns():
    saved = portfolio(TABLE, **OPTIONS).results
    # 38 kgce/t × 600 000 t + 2 GWh × 0.1229 kgce/kWh; nothing changed in the second row
    assert saved["saved.energy [tce]"].to_list() == pytest.approx([22_800 + 245.8, 0])
    assert saved["saved.electricity [kWh]"].to_list() == pytest.approx([2e6, 0])


def test_integers_do_not_overflow():
    frame = TABLE.with_columns(polars.col("coke [万t]").abs().fill_null(1).cast(polars.Int32).alias("coke [万t]"))
    assert portfolio(frame, **OPTIONS).results.height == 4


def test_columns_without_a_unit_are_refused():
    with pytest.raises(InputError, match="coke"):
        portfolio(TABLE.rename({"coke [万t]": "coke"}), **OPTIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_frame_comes_back_as_the_same_kind(kind):
    frame = native(TABLE, kind)
    result = portfolio(frame, **OPTIONS)
    assert type(result.results) is type(result.rejects) is type(frame)
    assert sorted(collected(result.results)["saved.energy [tce]"].to_list()) == pytest.approx([0, 23_045.8])


COKE = {"coke [万t]": [60.0, 130.0, 90.0], "charging": ["stamp", "top", "top"], "quenching": ["wet", "dry", "wet"],
        "energy.coking-coal [万t]": [81.0, 175.0, 120.0]}  # fmt: skip


def test_sector_and_process_have_to_be_said_by_the_options_or_by_the_rows():
    with pytest.raises(InputError) as refused:
        portfolio(polars.DataFrame(COKE), sector="steel")
    (problem,) = refused.value.problems
    assert (problem.place, problem.key, problem.values["option"]) == ("process", "table-which", "--process")


def test_of_a_sector_with_one_process_the_process_goes_without_saying():
    asked, rows = portfolio(polars.DataFrame(COKE), sector="coking", process="battery"), polars.DataFrame(COKE)
    assert portfolio(rows, sector="焦化").results.equals(asked.results)
    some = rows.with_columns(sector=polars.lit("coking"), process=polars.lit(None, polars.String))
    assert portfolio(some).results["saved.energy [tce]"].equals(asked.results["saved.energy [tce]"])


@pytest.mark.parametrize("kind", ["polars", "lazy"])
def test_years_of_rows_are_numbers_and_what_is_none_sets_its_row_aside(kind):
    frame = polars.DataFrame({**COKE, "year": ["2023", "next", "2024"]})
    answer = portfolio(native(frame, kind), sector="coking", process="battery")
    results, rejects = collected(answer.results), collected(answer.rejects)
    assert results["year"].to_list() == ["2023", "2024"]
    assert [f"grid=china-{year}" in said for year, said in zip((2023, 2024), results["audit.editions"], strict=True)]
    assert (rejects["year"].to_list(), rejects["reject_column"].to_list()) == (["next"], ["year"])


def test_a_column_that_cannot_be_used_is_a_mistake_of_a_table_whose_rows_say_their_years():
    frame = polars.DataFrame({**COKE, "year": [2023, 2024, 2024]}).rename({"coke [万t]": "coke [parsec]"})
    with pytest.raises(InputError) as refused:
        portfolio(frame, sector="coking", process="battery")
    assert "coke [parsec]" in {each.place for each in refused.value.problems}


def test_an_engine_that_tells_its_rows_one_by_one_takes_each_by_its_process():
    frame = polars.DataFrame({**COKE, "sector": ["coking"] * 3, "process": ["battery", "battry", "battery"]})
    answer = portfolio(native(frame, "duckdb"), year=2024)
    assert collected(answer.results)["coke [万t]"].to_list() == [60.0, 90.0]
    assert collected(answer.rejects)["coke [万t]"].to_list() == [130.0]
