import re

import narwhals as nw
import polars
import pytest

from ecdcalc import portfolio
from ecdcalc.assessment.plant import assess
from ecdcalc.assessment.tables.checks import slip_in_words
from ecdcalc.assessment.tables.doubts import WARNINGS, _outside
from ecdcalc.assessment.tables.invented import invented
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.expressions import Steps
from ecdcalc.numbers.symbols import Graph
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.factors import FactorTable
from ecdcalc.reference.ranges import EVERY, ranges_of, slip_of
from ecdcalc.words.errors import InputError
from tests.assessment.tables.rows import document_of, row_of, table_of

CASES = [(sector, cls.about.key) for sector, found in sorted(sectors().items()) for cls in found.processes]
ROWS = 6
_PLACE = re.compile(r"(?:^|; )(?!about )((?:reporting\.)?[a-z][\w./ ()*-]*?): ")


def of_plant(sector, cls, row, factors=None):
    """Return the places that a plant file is warned of, None where it is refused."""
    table = document_of(cls, row)
    key = cls.about.key
    try:
        document = {"year": 2022, key: table if cls.about.single else [table]}
        found = assess(read_plant(document, within=sector, factors=factors))
    except InputError:
        return None
    return {re.sub(rf"^{key}(\[0\])?\.", "", each.place) for each in found.warnings}


def check_same(id, key, factors=None):
    sector = sectors()[id]
    cls = sector.process(key)
    rows = [row_of(cls, seed) for seed in range(ROWS)]
    table = table_of(cls, rows).with_columns(name=polars.Series([str(n) for n in range(ROWS)]))
    answer = portfolio(table, sector=id, process=key, year=2022, factors=factors or FactorTable()).results
    told = dict(zip(answer["name"], answer[WARNINGS], strict=True))
    for number, row in enumerate(rows):
        expected = of_plant(sector, cls, row, factors)
        if expected is None or str(number) not in told:
            continue
        assert set(_PLACE.findall(told[str(number)] or "")) == expected, (number, told[str(number)])


@pytest.mark.parametrize(("id", "key"), CASES)
def test_a_table_is_warned_of_as_the_plant_files_that_say_the_same(id, key):
    check_same(id, key)


FRAME = polars.DataFrame(
    {
        "coke [t]": [2.0e6, 205.6, 2.0e6],
        "capacity [万t]": [220.0, 220.0, 220.0],
        "charging": ["top"] * 3,
        "quenching": ["dry"] * 3,
        "energy.coking-coal [万t]": [265.0, 273.4, 268.0],
        "energy.coking-coal.lhv [MJ/kg]": [28.6] * 3,
        "energy.coke-oven-gas [万m3]": [-43500.0] * 3,
        "energy.coke-oven-gas.lhv [MJ/m3]": [17.6, 17.6, 20.5],
        "energy.coal-tar [万t]": [-9.0] * 3,
    }
)
BATTERY = {"sector": "coking", "process": "battery", "year": 2025}


@pytest.mark.parametrize("lazy", [False, True])
def test_only_the_rows_that_are_doubted_have_words(lazy):
    found = portfolio(FRAME.lazy() if lazy else FRAME, **BATTERY).results.lazy().collect()[WARNINGS]
    assert "coke: 0.00934" in found[1]
    assert "energy.coke-oven-gas.lhv: 20.5 MJ/m3 is unusual: usually 15–20 MJ/m3" in found[2]
    assert found[0] is None


@pytest.mark.parametrize("kind", ["held", "query", "duckdb"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_slip_that_would_explain_a_number_is_named(kind, lang):
    """2 Mt without 万 is ten thousand times too little: told as of a plant file, and where the row is set aside."""
    duckdb = pytest.importorskip("duckdb")
    rows = {"held": FRAME, "query": FRAME.lazy(), "duckdb": duckdb.from_arrow(FRAME.to_arrow())}[kind]
    answer, strict = (portfolio(rows, **BATTERY, lang=lang, strict=each) for each in (False, True))
    found, aside = (
        each.pl() if kind == "duckdb" else each.lazy().collect() for each in (answer.results, strict.rejects)
    )
    slip = {"en": "; about 10,000 times: 万 missing", "zh": "；约差 10,000 倍：漏写或多写“万”"}[lang]
    assert slip in found[WARNINGS][1]
    assert "万" not in found[WARNINGS][2]
    assert "万" in aside["reason"][0]


_STEP = 8  # of all ranges that hold for every process
_TIMES = [1.02 * times for times in (1e-8, 1e-4, 3e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 3e3, 1e4, 1e8)]


@pytest.mark.parametrize("by_row", [False, True])
def test_the_slips_of_a_table_are_those_of_a_plant_by_its_range(by_row, lang="zh"):
    """The ends of a range are the same in all rows, or those of the words of each row."""
    for name, found in [*ranges_of(EVERY).items()][::_STEP]:
        ends = [each for each in (found.low, found.high) if each]
        numbers = [end * times for end in ends for times in _TIMES]
        if not numbers or (by_row and len(ends) < 2):
            continue
        rows = polars.DataFrame({"x": numbers}).with_columns(low=found.low, high=found.high)
        graph = Graph()
        columns = {each: graph.column(nw.col(each), each) for each in rows.columns}
        of_row = [columns[each] for each in ("low", "high")] if by_row else [found.low, found.high]
        slip = slip_in_words(lang, columns["x"], *of_row, found.unit)
        told = Steps(graph, {"told": slip}).apply(nw.from_native(rows))["told"].to_list()
        slips = [slip_of(each, found.low, found.high, found.unit) for each in numbers]
        assert told == [each and each.say(lang) for each in slips], name


def test_strict_sets_them_aside_with_the_reason():
    answer = portfolio(FRAME, **BATTERY, strict=True, lang="zh")
    assert answer.results.height == 1
    assert answer.results[WARNINGS].to_list() == [None]
    assert answer.rejects["reject_column"].to_list() == ["coke", "energy.coke-oven-gas.lhv"]
    assert "通常为" in answer.rejects["reason"][0]


def test_what_cannot_be_is_set_aside_as_a_plant_file_is_refused():
    slip = FRAME.with_columns(polars.lit(17600.0).alias("energy.coke-oven-gas.lhv [MJ/m3]"))
    answer = portfolio(slip, **BATTERY)
    assert answer.results.height == 0
    assert set(answer.rejects["reject_column"]) == {"energy.coke-oven-gas.lhv [MJ/m3]"}


@pytest.mark.parametrize(("id", "key"), CASES)
def test_a_table_without_a_column_of_words_is_assessed_or_refused_as_a_file_is(id, key):
    table = invented(id, key, 2)
    words = [name for name, kind in table.schema.items() if kind == polars.String and name not in ("name", "measure")]
    for name in words:
        try:
            answer = portfolio(table.drop(name), sector=id, process=key, year=2025)
        except InputError as refused:
            assert name in str(refused)
        else:
            assert answer.results.height + answer.rejects.height == 2


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.5, 3.0, [True, False, False, False, True]),
        (2.0, 5.0, [True, False, True, False, False]),
        (-3.0, 0.25, [False, False, True, True, True]),
        (None, -1.0, [False, False, True, True, True]),
        (2.5, None, [True, False, True, False, False]),
    ],
)
def test_a_zero_is_never_outside_since_nothing_was_there_to_measure(low, high, told):
    graph = Graph()
    steps = Steps(graph, {"told": _outside(graph, graph.column(nw.col("x"), "x"), low, high)})
    frame = nw.from_native(polars.DataFrame({"x": [-2.0, 0.0, 1.0, 3.0, 4.0]}))
    assert steps.apply(frame)["told"].to_list() == told
