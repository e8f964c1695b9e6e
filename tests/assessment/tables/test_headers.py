import pytest

from ecdcalc.assessment.tables.columns import inputs_of
from ecdcalc.assessment.tables.headers import read_columns
from ecdcalc.numbers.units import unit
from ecdcalc.plugins.coking.battery import CokeBattery

GOOD = ["name", "coke [万t]", "charging", "quenching", "energy.coking-coal [万t]", "nox.concentration [mg/m3]"]


def problems(*names, units=None):
    return {problem.place: problem.key for problem in read_columns(CokeBattery, names, units)[1]}


def test_inputs_are_named_as_in_a_plant_file():
    assert {"coke", "nox.concentration", "energy.coking-coal", "energy.coking-coal.lhv"} <= set(inputs_of(CokeBattery))


def test_good_headers():
    columns, found = read_columns(CokeBattery, GOOD)
    assert found == []
    assert {column.path for column in columns} == {
        "coke",
        "charging",
        "quenching",
        "energy.coking-coal",
        "nox.concentration",
    }


@pytest.mark.parametrize(
    "header",
    [
        "焦炭产量(万吨)",
        "焦炭产量 （万t）",
        "coke (万t)",
        "焦炭产量 [万t]",
        "coke［万t］",
        "coke 【万t】",
        "焦炭产量【万吨】",
    ],
)
def test_a_unit_may_stand_in_brackets_of_any_form(header):
    columns, found = read_columns(CokeBattery, [header, *GOOD[2:]])
    assert found == [] and columns[0].path == "coke" and columns[0].unit.factor == unit("万t").factor


def test_round_brackets_without_a_unit_are_a_part_of_the_name():
    columns, found = read_columns(
        CokeBattery, [*GOOD[:5], "氮氧化物.实测浓度（干基） [mg/m3]", "备注(甲)", "金额(万元)"]
    )
    assert found == [] and columns[-1].path == "nox.concentration"


def test_a_header_may_be_written_as_the_rows_of_a_workbook_to_fill_in():
    columns, found = read_columns(
        CokeBattery,
        [
            *GOOD[:4],
            "能源消费 / 炼焦洗精煤 [万t]",
            "能源消费 / 焦炉煤气 / 实测低位发热量 [MJ/m3]",
            "报告期 / 氮氧化物 / 实测浓度（干基） [mg/m3]",
            "甲 / 乙 [t]",
        ],
    )
    assert found == []
    assert [(column.path, column.reporting) for column in columns[3:]] == [
        ("energy.coking-coal", False),
        ("energy.coke-oven-gas.lhv", False),
        ("nox.concentration", True),
    ]


def test_a_column_that_is_required_is_told_in_both_languages():
    (problem,) = read_columns(CokeBattery, GOOD[2:])[1]
    assert "coke [t]" in problem.say("en") and "焦炭产量（干基） [t]" in problem.say("zh")


def test_no_column_chooses_the_basis_of_a_carrier():
    assert problems(*GOOD, "energy.electricity.basis") == {"energy.electricity.basis": "basis-of-all"}


def test_units_may_stand_beside_the_table():
    names = ["coke", "charging", "quenching"]
    assert problems(*names) == {"coke": "column-without-unit"}
    assert problems(*names, units={"coke": "万t"}) == {}


@pytest.mark.parametrize(
    ("names", "place", "key"),
    [
        (["coke [kWh]", *GOOD[2:]], "coke [kWh]", "unit-kind"),
        (["coke [parsec]", *GOOD[2:]], "coke [parsec]", "unit-unknown"),
        (GOOD[2:], "coke", "column-required"),
        ([*GOOD, "chamber_hight [m]"], "chamber_hight [m]", "unknown-key-near"),
        ([*GOOD, "reporting.cokes"], "reporting.cokes", "unknown-key-near"),
    ],
)
def test_bad_headers(names, place, key):
    assert problems(*names)[place] == key


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("grid_year", "column-of-table", "--grid-year, or grid_year= in Python"),
        ("电网因子年份", "column-of-table", "--grid-year"),
        ("Co2-Guide", "column-of-table", "--co2-guide"),
        ("coal_edition", "column-of-table", "--coal-edition"),
        ("electricity_year", "column-of-table", "--electricity-year"),
        ("plan", "column-of-table", "--plan"),
        ("economics", "column-of-table", "--prices"),
        ("month", "column-of-table", "month= in Python"),
        ("gwp", "column-of-table", "warming= in Python"),
        ("targets", "column-of-file", "plant files alone"),
        ("costs", "column-of-file", "plant files alone"),
        ("报告信息", "column-of-file", "plant files alone"),
    ],
)
def test_what_is_said_at_the_head_of_a_plant_file_is_not_left_unread(name, key, said):
    (problem,) = read_columns(CokeBattery, [*GOOD, name])[1]
    assert problem.place == name and problem.key == key and said in problem.say("en")
    assert problem.say("zh") != problem.say("en")


def test_what_a_row_says_of_itself_and_free_columns_stay():
    names = ["sector", "process", "year", "province", "name", "measure", "closed", "new", "备注", "planned", "region"]
    assert problems(*GOOD, *names) == {}
