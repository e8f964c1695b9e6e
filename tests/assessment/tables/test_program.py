import narwhals as nw
import polars
import pytest

from ecdcalc.assessment.tables.job import job_of
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.assessment.tables.program import program
from ecdcalc.words.errors import InputError

JOB = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
GOOD = {
    "coke [万t]": [60.0, 130.0], "charging": ["stamp", "top"], "quenching": ["wet", "dry"],
    "energy.coking-coal [万t]": [81.0, 175.0],
}  # fmt: skip


def frame(**changes):
    return nw.from_native(polars.DataFrame({**GOOD, **changes}))


def test_a_program_runs_on_every_frame_of_its_form():
    made = program(job_of(**JOB), frame())
    one, other = made.run(frame()), made.run(frame(**{"coke [万t]": [-1.0, 10.0]}))
    assert (len(one.results), len(one.rejects)) == (2, 0)
    assert (len(other.results), len(other.rejects)) == (1, 1)
    assert one.rejects.columns == other.rejects.columns
    assert one.results.columns == other.results.columns


def test_a_table_without_rows_has_the_columns_of_the_answer():
    made = program(job_of(**JOB), frame())
    empty = made.run(frame().head(0))
    assert empty.results.columns == made.run(frame()).results.columns
    assert (len(empty.results), len(empty.rejects)) == (0, 0)


def test_a_result_takes_the_place_of_a_column_of_its_name():
    """A table of results may be run again; DuckDB and Spark do not tell `cod` from `COD`."""
    first = program(job_of(**JOB), frame()).run(frame()).results
    again = program(job_of(**JOB), first).run(first).results
    assert again.columns == first.columns


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        ({"coke": [1.0, 2.0]}, "coke"),
        ({"measure.saving [kgce/t]": [1.0, 1.0]}, "measure"),
        ({"measure": [None, None], "measure.savin [kgce/t]": [1.0, 1.0]}, "measure.savin [kgce/t]"),
        ({"measure": [None, None], "measure.saving [parsec]": [1.0, 1.0]}, "measure.saving [parsec]"),
    ],
)
def test_columns_that_cannot_be_used(columns, place):
    given = {name: value for name, value in GOOD.items() if name.partition(" ")[0] not in columns}
    with pytest.raises(InputError) as caught:
        program(job_of(**JOB), nw.from_native(polars.DataFrame({**given, **columns})))
    assert place in [each.place for each in caught.value.problems]


def _held(frame):
    return frame.collect() if isinstance(frame, polars.LazyFrame) else frame.pl() if hasattr(frame, "pl") else frame


ENGINES = {"in memory": lambda frame: frame, "query": polars.DataFrame.lazy,
           "DuckDB": lambda frame: pytest.importorskip("duckdb").from_arrow(frame.to_arrow())}  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_choices_in_words_are_taken_and_what_is_none_is_refused_as_it_was_written(engine):
    cells = {"焦炭产量 [万t]": [60, 60, 60], "熄焦方式": ["湿", "wet", "潮"], "装煤方式": ["捣固", "stamp", "捣固"],
             "能源消费.炼焦洗精煤 [万t]": [81, 81, 81]}  # fmt: skip
    done = portfolio(ENGINES[engine](polars.DataFrame(cells)), sector="coking", process="battery", year=2025)
    energy, rejects = _held(done.results)["baseline.energy [tce]"].to_list(), _held(done.rejects)
    assert len(energy) == 2 and energy[0] == energy[1]
    assert rejects["熄焦方式"].to_list() == ["潮"] and "wet, dry" in rejects["reason"][0]


@pytest.mark.parametrize("engine", ENGINES)
def test_measures_and_their_carriers_are_taken_by_what_they_are_called(engine):
    cells = {"coke [万t]": [60] * 5, "charging": ["top"] * 5, "quenching": ["wet"] * 5,
             "energy.coking-coal [万t]": [81] * 5, "energy.coke-oven-gas [万m3]": [3000] * 5,
             "energy.coke-oven-gas.lhv [MJ/m3]": [17.4] * 5, "heating_gas [万m3]": [12000] * 5,
             "measure": ["coke-dry-quenching", "干熄焦", "Coke dry quenching", "焦炉加热优化控制", "干熄灭"],
             "measure.carrier": [None, None, None, "焦炉煤气", None]}  # fmt: skip
    given = ENGINES[engine](polars.DataFrame(cells))
    done = portfolio(given, sector="coking", process="battery", year=2025)
    saved = sorted(_held(done.results)["saved.energy [tce]"].to_list())
    assert len(saved) == 4 and 0 < saved[0] < saved[1] == saved[2] == saved[3]
    assert _held(done.rejects)["measure"].to_list() == ["干熄灭"]
    chinese = portfolio(given, sector="coking", process="battery", year=2025, lang="zh")
    assert "干熄焦（coke-dry-quenching）" in _held(chinese.rejects)["reason"][0]


BOILER = {"fuel": ["bituminous-coal"], "furnace": ["fluidised-bed"], "steam [万t]": [10.0], "steam_pressure [MPa]": [1.0],
          "feedwater_temperature [°C]": [60.0], "energy.raw-coal [万t]": [1.5]}  # fmt: skip


def test_a_table_that_needs_steam_says_which_extra_looks_it_up(monkeypatch):
    frame = nw.from_native(polars.DataFrame(BOILER))
    job = job_of(sector="equipment", process="boiler", year=2025)
    assert len(program(job, frame).run(frame).results) == 1
    monkeypatch.setattr("ecdcalc.equations.properties.available", lambda: False)
    with pytest.raises(InputError) as refused:
        program(job, frame)
    assert [(each.place, each.key) for each in refused.value.problems] == [("boiler", "physics-extra")]


@pytest.mark.parametrize("lazy", [False, True])
@pytest.mark.parametrize("words", [["stamp", "top"], ["捣固", "顶装"]])
def test_words_of_a_column_of_categories_are_taken_as_those_of_text(words, lazy):
    for kind in (polars.Categorical, polars.Enum(words)):
        given = polars.DataFrame({**GOOD, "charging": polars.Series(words, dtype=kind)})
        found = _held(portfolio(given.lazy() if lazy else given, **JOB).results)
        plain = portfolio(polars.DataFrame(GOOD), **JOB).results
        assert found["baseline.energy [tce]"].to_list() == plain["baseline.energy [tce]"].to_list()
        assert found["baseline.VOC [t]"].to_list() == plain["baseline.VOC [t]"].to_list()


def test_a_column_of_words_that_holds_nothing_says_nothing():
    given = frame(measure=polars.Series([None, None]))
    answer = program(job_of(**JOB), given).run(given)
    assert len(answer.results) == 2 and answer.results["saved.energy [tce]"].to_list() == [0, 0]
