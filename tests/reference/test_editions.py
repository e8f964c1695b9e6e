"""Editions of limits: dates and values were read in the transcription of the earlier editions, not through the loader."""

import csv
import hashlib
from importlib.resources import files

import pytest

from ecdcalc.reference.editions import benchmark_on, benchmarks, edition_on, editions_of, holds, later_than
from ecdcalc.reference.factors import documents
from ecdcalc.reference.limits import LimitTable, load_own_limits, package_limits

TABLE = LimitTable()
COKE, SINTER = "gb21342-2025.coke.top-charging", "gb21256-2025.sintering"


@pytest.mark.parametrize(
    ("id", "date", "found"),
    [
        (COKE, "2022-12-31", "gb21342-2013.coke.top-charging"),
        (COKE, "2026-04-30", "gb21342-2013.coke.top-charging"),  # the last day of the edition of 2013
        (COKE, "2026-05-01", COKE),  # the day of the change
        (COKE, "2014-09-30", "gb21342-2008.coke"),
        (SINTER, "2014-09-30", "gb21256-2007.sintering"),
        (SINTER, "2014-10-01", "gb21256-2013.sintering"),
        (SINTER, "2026-06-30", "gb21256-2013.sintering"),
        (SINTER, "2026-07-01", SINTER),
        (SINTER, "2007-12-31", SINTER),  # before every known edition: the asked one, which says that it does not hold
        ("gb21258-2024.supply.3", "2022-12-31", "gb21258-2017.supply.3"),  # its start is not known
        ("gb21258-2024.supply.3", "2016-12-31", "gb21258-2024.supply.3"),  # but it cannot be older than its number
        ("gb16780-2021.clinker.comprehensive", "2022-10-31", "gb16780-2012.clinker.comprehensive"),
        ("gb16780-2021.clinker.comprehensive", "2022-11-01", "gb16780-2021.clinker.comprehensive"),
        ("gb29141-2024.h2so4.nickel", "2025-05-31", "gb29141-2012.cu-ni-gas.energy"),
        ("gb21257-2024.naoh.30", "2013-12-31", "gb21257-2007.naoh.30"),
        (COKE, "", COKE),
    ],
)
def test_the_edition_of_a_day(id, date, found):
    assert edition_on(TABLE, id, date).id == found


def test_an_edition_is_found_from_either_end():
    assert [each.id for each in editions_of(TABLE, "gb21342-2013.coke.top-charging")] == [
        "gb21342-2008.coke", "gb21342-2013.coke.top-charging", COKE,
    ]  # fmt: skip
    assert [each.id for each in editions_of(TABLE, "gb21342-2008.coke")] == ["gb21342-2008.coke"]  # it splits in two
    assert [each.id for each in later_than(TABLE, COKE, "2026-04-30")] == [COKE]
    assert later_than(TABLE, COKE, "2026-05-01") == ()


def test_every_link_joins_rows_of_one_kind_that_do_not_overlap():
    joined = [(each, TABLE.get(id)) for each in TABLE for id in each.followed_by]
    assert len(joined) == 54
    for earlier, later in joined:
        assert earlier.unit.same_kind(later.unit) and earlier.standard != later.standard
        if later.effective:
            assert not holds(earlier, later.effective), earlier.id


def test_an_own_row_stands_alone(tmp_path):
    file = tmp_path / "own.csv"
    file.write_text(f"id,unit,level1,level2,level3,standard\n{COKE},kgce/t,1,2,3,ours\n", encoding="utf-8")
    table = load_own_limits(file)
    assert edition_on(table, COKE, "2022-12-31").levels == (1, 2, 3)
    assert edition_on(table, SINTER, "2022-12-31").id == "gb21256-2013.sintering"


@pytest.mark.parametrize(
    ("limit", "date", "region", "id"),
    [
        ("gb21256-2025.converter", "2024-12-31", "", "2023.converter"),
        ("gb16780-2021.clinker.comprehensive", "2023-07-03", "", "2021.cement-clinker"),
        ("gb16780-2021.clinker.comprehensive", "2023-07-04", "", "2023.cement-clinker"),
        ("gb16780-2021.clinker.comprehensive", "2024-01-01", "shandong", "shandong.cement-clinker"),
        ("gb21343-2023.cac2.energy", "2022-06-30", "", "2021.calcium-carbide"),
    ],
)
def test_the_pair_of_a_day(limit, date, region, id):
    assert benchmark_on(limit, date, region).id == id


def test_no_pair_before_the_first_notice():
    assert benchmark_on("gb16780-2021.clinker.comprehensive", "2021-12-31") is None


@pytest.mark.parametrize(
    ("id", "value", "level"),
    [
        ("2023.converter", -30.0, "benchmark"),  # negative: energy is given out
        ("2023.converter", -29.9, "baseline"),
        ("2023.converter", -9.9, "below-baseline"),
        ("2021.ferrosilicon", 1800.0, ""),  # the benchmark of that edition was not read: not known whether it is met
        ("2021.ferrosilicon", 1901.0, "below-baseline"),
    ],
)
def test_levels_of_their_own(id, value, level):
    pair = benchmarks()[id]
    assert pair.level(pair.unit.base(value)) == level


def test_every_pair_has_a_document_and_known_rows():
    for each in benchmarks().values():
        assert each.document in documents(), each.id
        assert all(TABLE.get(limit).unit.same_kind(each.unit) for limit in each.limits), each.id


@pytest.mark.parametrize(
    ("name", "columns", "rows", "wanted"),
    [
        ("earlier.csv", ("id", "zh", "en", "indicator", "level1", "level2", "level3", "standard", "clause", "confidence"),
         125, "0904a59bfd33f1149a644bbdc56d08b5e5368235a50a1f2bb62cca509302a4b2"),
        ("benchmarks.csv", ("zh", "indicator", "benchmark", "baseline", "standard", "confidence"), 30, "e10aa48cc2d304ce711811ae433a1dccc77a8a16b505fc535baaf135a592609a"),
    ],
)  # fmt: skip
def test_the_tables_are_the_transcription(name, columns, rows, wanted):
    # digests of the transcription itself, row by row: a changed digit fails
    text = files("ecdcalc").joinpath("reference", "data", "limits", name).read_text(encoding="utf-8")
    found = sorted("|".join(row[column] for column in columns) for row in csv.DictReader(text.splitlines()))
    assert len(found) == rows
    assert hashlib.sha256("\n".join(found).encode()).hexdigest() == wanted


def test_the_ends_of_editions_are_the_transcription():
    ends = {each.standard: each.last_day for each in package_limits().values() if each.followed_by or each.superseded}
    assert ends["gb-16780-2007"] == "2013-09-30" and ends["gb-16780-2012"] == "2022-10-31"
    assert ends["gb-21256-2013"] == "2026-06-30" and ends["gb-21342-2013"] == "2026-04-30"
    assert ends["gb-21258-2017"] == "2025-03-31" and ends["gb-21346-2013"] == "2023-12-31"
    assert ends["gb-21347-2012"] == "2024-09-30" and ends["gb-21343-2015"] == ends["gb-21344-2015"] == "2024-11-30"
    assert ends["gb-29447-2022"] == "2026-12-31" and ends["gb-21342-2008"] == ""


def of(standard):
    found = [each for each in TABLE if each.standard == standard]
    assert found
    return found


@pytest.mark.parametrize(
    ("standard", "start"),
    [
        ("gb-40877-2021", "2022-11-01"),  # not the day of publication, 2021-10-11
        ("gb-40878-2021", "2022-11-01"),
        ("gb-29435-2012", "2013-10-01"),  # had none
        ("gb-16780-2021", "2022-11-01"),
        ("gb-31823-2021", "2022-11-01"),
        ("gb-29435-2025", "2027-01-01"),
        ("gb-29447-2026", "2027-01-01"),
        ("gb-47835-2026", "2027-01-01"),
    ],
)
def test_starts_that_the_earlier_editions_corrected(standard, start):
    assert {each.effective for each in of(standard)} == {start}


@pytest.mark.parametrize(
    ("standard", "replaces"),
    [
        ("gb-21342-2025", "GB 21342-2013"),  # not 2015, as a catalogue has it
        ("gb-21256-2025", "GB 21256-2013; GB 32050-2015"),  # the arc furnace is in it again
        ("gb-21340-2019", "GB 21340-2013, GB 30252-2013, GB 29451-2012"),
        ("gb-30526-2019", "GB 30526-2014"),
        ("gb-25324-2022", "GB 25324-2014, GB 25325-2014"),
        ("gb-29448-2022", "GB 29136-2012, GB 29448-2012"),
        ("gb-21370-2017", "GB 21370-2008"),
    ],
)
def test_what_a_standard_replaces(standard, replaces):
    assert documents()[standard]["note"].endswith(f"; replaces {replaces}")


FIRST = """gb-30182-2013 gb-30183-2013 gb-30184-2013 gb-32044-2015 gb-33654-2017 gb-36887-2018 gb-36888-2018
gb-36890-2018 gb-36891-2018 gb-36892-2018 gb-38263-2019 gb-40877-2021 gb-40878-2021 gb-45246-2025 gb-45247-2025
gb-45549-2025 gb-46029-2025"""
OPEN = "gb-29435-2012 gb-29438-2012 gb-29446-2019 gb-29450-2012 gb-47835-2026"


def test_first_editions_say_so_and_what_is_open_says_nothing():
    assert all(documents()[id]["note"].endswith("; first edition, replaces nothing") for id in FIRST.split())
    assert not any("replaces" in documents()[id]["note"] for id in OPEN.split())


def test_a_second_source_raises_the_grade_of_magnesium():
    magnesium = TABLE.get("gb21347-2023.magnesium")
    assert (magnesium.levels, magnesium.unit.text, magnesium.confidence) == ((3500, 4000, 5000), "kgce/t", "A")


def test_limits_at_the_equivalent_rate_follow_nothing():
    """They count electricity at 0.404 kgce/kWh: no value at 0.1229 is ever held against them."""
    second = [each for each in TABLE if "equivalent" in each.id]
    assert len(second) == 5
    assert not any(each.followed_by for each in second)
    assert not {id for each in TABLE for id in each.followed_by} & {each.id for each in second}


def test_what_cannot_be_ranked_is_as_the_standards_print_it():
    rows = [each for each in TABLE if not each.followed_by and not each.superseded]
    assert sum(each.levels[0] is None for each in rows) == 5 and sum(each.levels[1] is None for each in rows) == 11
    assert sum(None not in each.levels[:2] and each.levels[1] < each.levels[0] for each in rows) == 4
