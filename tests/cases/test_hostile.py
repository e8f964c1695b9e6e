"""What nobody means to write, at every door: refused in our own words, with exit 2, quickly, and nothing is written."""

import json

import polars
import pytest
from city import city
from click.testing import CliRunner

from ecdcalc.cli import main
from ecdcalc.numbers.units import read_quantity
from ecdcalc.read.region import load_region, read_region
from ecdcalc.words.errors import EcdcalcError, InputError

BATTERY = """
year = 2025
{head}
[[battery]]
coke = "60 万t"
charging = "top"
quenching = "wet"
energy = {{ coking-coal = {{ value = "81 万t", lhv = "28 MJ/kg" }}{energy} }}
{more}
"""
HUGE = "0x" + "f" * 4000


def battery(head="", energy="", more="", coke=""):
    text = BATTERY.format(head=head, energy=energy, more=more)
    return text.replace('"60 万t"', coke) if coke else text


def ran(tmp_path, arguments, **files):
    """Run a command beside some files; what it prints, and that it leaves nothing else there."""
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8", newline="")
    there = sorted(tmp_path.iterdir())
    given = [str(tmp_path / each[1:]) if each.startswith("@") else each for each in arguments]
    found = CliRunner().invoke(main, given)
    assert found.exception is None or isinstance(found.exception, SystemExit), repr(found.exception)
    assert "Traceback" not in found.output
    if found.exit_code == 2:
        assert sorted(tmp_path.iterdir()) == there
    return found


def refused(tmp_path, arguments, **files):
    found = ran(tmp_path, arguments, **files)
    assert found.exit_code == 2, found.output[:2000]
    return found.output


def plant(tmp_path, text, *options):
    return refused(tmp_path, ["sector", "coking", "--input", "@plant.toml", *options], plant_toml=text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1 (((亿^4)^4)^4)", "is larger or smaller than any unit there is"),
        ("1 ((((t^4)^4)^4)^4)", "is larger or smaller than any unit there is"),
        ("1e308 万t", "'1e308 万t' is larger or smaller than any number of a plant can be"),
        ("1 ± 1e308 万t", "'1 ± 1e308 万t' is larger or smaller than any number of a plant can be"),
        ("10² t", "'10² t': a raised digit is an exponent, not a digit of the number; write for example 1.2e4"),
        ("10⁴ m3", "'10⁴ m3': a raised digit is an exponent, not a digit of the number; write for example 1.2e4"),
        ("² t", "'² t': a raised digit is an exponent, not a digit of the number; write for example 1.2e4"),
        ("1 °C^2", "'°C^2': a scale that does not begin at zero cannot be raised or multiplied"),
    ],
)
def test_text_of_units(text, says):
    with pytest.raises(EcdcalcError) as caught:
        read_quantity(text)
    assert says in caught.value.say("en") and caught.value.say("zh")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (battery(more="measure = [{ use = [] }]"), "battery[0].measure[0].use: found []; text is expected here"),
        (battery(more="measure = [{ use = {} }]"), "battery[0].measure[0].use: found {}; text is expected here"),
        (battery(head=f"name = {HUGE}"), "name: is a whole number of too many digits"),
        (battery(coke=HUGE), "battery[0].coke: is a whole number of too many digits"),
        (battery().replace("2025", HUGE), "year: is a whole number of too many digits"),
        (battery(coke='"1 (((亿^4)^4)^4)"'), "battery[0].coke: '(((亿^4)^4)^4)' is larger or smaller than any unit"),
        (battery(coke='"1e-310 万t"'), "battery[0].coke: '1e-310 万t' is larger or smaller than any number"),
        (
            battery(more='measure = [{ use = "coke-dry-quenching", saving = "30 kgce/t", capex = nan }]'),
            "battery[0].measure[0].capex: 'nan' is not a number",
        ),
        (
            battery(more='measure = [{ use = "coke-dry-quenching", saving = "30 kgce/t", capex = "1e400 元" }]'),
            "battery[0].measure[0].capex: '1e400 元' is not a finite number",
        ),
        (battery(more="new = 0.5"), "battery[0].new: found '0.5'; accepted: true, false"),
        (battery(more="closed = []"), "battery[0].closed: found '[]'; a date such as 2023-09-30 is expected"),
        (battery(head="name = {}"), "name: found {}; text is expected here"),
        (battery(head='province = "nowhere"'), "province: no grid factor of 'nowhere'; known: anhui, beijing"),
        (
            battery(energy=', electricity = "1 GWh"', more='electricity = "2 GWh"'),
            "battery[0].electricity: is given twice, as energy.electricity too",
        ),
        (
            battery(energy=', electricity = { value = "1 GWh", amount = "2 GWh" }'),
            "battery[0].energy.electricity.value: is given twice, as amount too",
        ),
        (
            battery(head='plan = "yuncheng-14fyp"\ntargets = { T002 = "5 kWh" }'),
            "targets.t002: 5 kWh measures something else than the indicator: accepted is t",
        ),
        (battery(head='targets = { T002 = "5 t" }'), "targets: limits of targets are given, but no plan that has them"),
        (battery(head=".".join(["battery2"] + ["x"] * 20_000) + " = 1"), "is nested more than 30 levels deep"),
    ],
    ids=range(18),
)
def test_plant_files(tmp_path, text, says):
    assert says in plant(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        battery(more="\n".join(f"k{number} = 1" for number in range(20_000))),
        battery() + '[[battery]]\ncoke = "x"\n' * 5_000,
    ],
    ids=["keys", "processes"],
)
def test_very_many_mistakes_are_a_page_of_them(tmp_path, text):
    said = plant(tmp_path, text).splitlines()
    assert len(said) < 100 and "more" in said[-1]


def test_a_word_for_no_is_no(tmp_path):
    """What is not new does not count against the plant."""
    files = {"plant_toml": battery(more='new = "false"')}
    found = ran(tmp_path, ["sector", "coking", "--input", "@plant.toml", "--format", "json"], **files)
    assert json.loads(found.output)["processes"][0]["kind"] == "retrofit"


def test_encodings_that_are_none(tmp_path):
    said = plant(tmp_path, battery(), "--encoding", "undefined")
    assert "plant.toml: no encoding 'undefined'; known are utf-8" in said


@pytest.mark.parametrize(
    ("sector", "table", "says"),
    [
        ("equipment", '[[boiler]]\nflue_temperature = "-999 °C"', "boiler[0].flue_temperature: -999 °C must be"),
        (
            "building-materials",
            '[[brick]]\nproduct = "perforated"\nbricks = "10 万t"\noxygen_2020 = "999 %"',
            "brick[0].oxygen_2020: 999 % must be",
        ),
        (
            "voc-industries",
            '[[filling-station]]\nmeasure = [{ use = "regenerative-thermal-oxidiser" }]',
            "filling-station[0].measure[0].use: the measure",
        ),
        ("parks", '[park]\nmeasure = [{ use = "boiler-economiser" }]', "park.measure[0].use: the measure"),
        ("equipment", '[[fan]]\nflow = "1e150 m3/h"', "fan[0].flow: '1e150 m3/h' is larger"),
    ],
    ids=["flue-gas", "brick", "oxidiser", "economiser", "fan"],
)
def test_plants_of_other_sectors(tmp_path, sector, table, says):
    found = refused(tmp_path, ["sector", sector, "--input", "@plant.toml"], plant_toml=f"year = 2025\n{table}\n")
    assert says in found


PLAN = """
id = "p"
zh = "某"
en = "p"
base_year = 2020
target_year = 2025
document = "d"
[[target]]
id = "t1"
zh = "某"
en = "x"
clause = "1"
type = "binding"
sector = ["coking"]
indicator = "battery.unit_energy"
op = "<="
limit = "110 kgce/t"
"""
PLANS = {
    "limit of another kind": (
        PLAN.replace("110 kgce/t", "5 kWh"),
        "t1 limit: 5 kWh measures something else than the indicator: accepted is kgce/t",
    ),
    "unknown sector": (PLAN.replace('["coking"]', '["cokking"]'), "t1 sector: no sector 'cokking'; known: region"),
    "unknown field": (PLAN + 'when = ["nope < 1"]\n', "'nope < 1': battery has no input or output of that name"),
    "other kind": (PLAN + 'when = ["chamber_height < 3 t"]\n', "'chamber_height < 3 t': is compared with m"),
    "word against number": (PLAN + 'when = ["charging <= 3 m"]\n', "is compared with top, stamp, heat-recovery"),
    "number against word": (PLAN + 'when = ["chamber_height <= top"]\n', "is compared with m"),
    "no output": (PLAN.replace("battery.unit_energy", "battery.scale_to"), "nothing evaluates 'battery.scale_to'"),
}


@pytest.mark.parametrize("what", PLANS)
def test_plans(tmp_path, what):
    text, says = PLANS[what]
    assert says in refused(tmp_path, ["plan", "check", "@plan.toml"], plan_toml=text)
    arguments = ["sector", "coking", "--input", "@plant.toml", "--plan", str(tmp_path / "plan.toml")]
    assert says in refused(tmp_path, arguments, plant_toml=battery())


def test_a_plan_with_nothing_wrong(tmp_path):
    assert ran(tmp_path, ["plan", "check", "@plan.toml"], plan_toml=PLAN).exit_code == 0


FACTORS = "id,value,unit,document,confidence\n"
GOOD = "nox/nx046,0.5,kg/t,own,B\n"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("coal-2020/coke.coal,1,kg,own,B\n", "own.csv:2 unit: kg measures something else than kgce/kg"),
        (GOOD + GOOD, "own.csv:3 id: the name 'nox/nx046' is used twice"),
        ("nox/nx0466,0.5,kg/t,own,B\n", "own.csv:2 id: no 'nox/nx0466' in the package; did you mean"),
        ("nox/nx046,0.5,kg/t,own,B,more,cells\n", "own.csv:2: the row has 7 cells, the header has 5"),
        ("coal-2020/coke.coal,0,kgce/kg,own,B\n", "own.csv:2 value: 0 has another sign than can be: > 0"),
    ],
    ids=["kind", "twice", "typing-error", "too-many-cells", "zero"],
)
def test_own_factors(tmp_path, rows, says):
    arguments = ["sector", "coking", "--input", "@plant.toml", "--factors", str(tmp_path / "own.csv")]
    assert says in refused(tmp_path, arguments, plant_toml=battery(), own_csv=FACTORS + rows)


@pytest.mark.parametrize(("value", "good"), [("0.39", False), ("0.4", True), ("0.6", True), ("0.61", False)])
def test_an_own_factor_lies_between_its_ends(tmp_path, value, good):
    rows = f"id,value,low,high,unit,document,confidence\nnox/nx046,{value},0.4,0.6,kg/t,own,B\n"
    arguments = ["sector", "coking", "--input", "@plant.toml", "--factors", str(tmp_path / "own.csv")]
    found = ran(tmp_path, arguments, plant_toml=battery(), own_csv=rows)
    assert found.exit_code == (0 if good else 2)
    assert good or f"own.csv:2 value: {value} does not lie between low and high" in found.output


def test_own_factors_that_are_right(tmp_path):
    arguments = ["sector", "coking", "--input", "@plant.toml", "--factors", str(tmp_path / "own.csv")]
    assert ran(tmp_path, arguments, plant_toml=battery(), own_csv=FACTORS + GOOD).exit_code == 0


LIMITS = "id,unit,level1,level2,level3,standard,confidence\n"
GRADE = ["grade", "--product", "gb21342-2025.coke.top-charging", "--value", "120 kgce/t"]
LIMIT = "own.x,kgce/t,1,2,3,ours,B\n"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (LIMIT + LIMIT, "own.csv:3 id: the name 'own.x' is used twice"),
        (LIMIT.replace("1,2,3", "3,2,1"), "own.csv:2 level1: the levels are out of order: 3 / 2 / 1"),
        (LIMIT.replace("1,2,3", "nan,2,3"), "own.csv:2 level1: 'nan, 2, 3' is not a finite number"),
        (LIMIT.replace("1,2,3", "1,2,inf"), "own.csv:2 level1: '1, 2, inf' is not a finite number"),
        (LIMIT.replace("ours", ""), "own.csv:2 standard: every value needs the document that it comes from"),
        (LIMIT.replace(",B", ",Z"), "own.csv:2 confidence: found 'Z'; accepted: A, B, C"),
        (LIMIT.replace("own.x", "x" * 140_000), "own.csv:2: is damaged or of another form"),
        (
            LIMIT.replace("own.x", "gb21342-2025.coke.top-charging").replace("kgce/t", "kWh"),
            "own.csv:2 unit: kWh measures something else than kgce/t",
        ),
    ],
    ids=["twice", "order", "nan", "inf", "no-standard", "confidence", "long", "kind"],
)
def test_own_limits(tmp_path, rows, says):
    own = str(tmp_path / "own.csv")
    assert says in refused(tmp_path, [*GRADE, "--limits", own], own_csv=LIMITS + rows)


@pytest.mark.parametrize("option", [("--scale", "-1"), ("--value-scale", "-5")])
def test_corrections_below_zero(tmp_path, option):
    said = refused(tmp_path, [*GRADE, *option])
    assert f"a correction multiplies by a number above zero, and near one; found {option[1]}" in said


@pytest.mark.parametrize("start", ["²-05", "9" * 4400 + "-05", "0-1", "2023-05xyz"])
def test_starts_of_projects(start):
    project = {"name": "x", "item": "sewage", "start": start, "annual": {"cod": "120 t"}}
    with pytest.raises(InputError) as caught:
        read_region(city(project=[project]))
    said = {each.place: each.say("en") for each in caught.value.problems}
    assert said["project[0].start"].endswith("a month such as 2023-05 is expected")


@pytest.mark.parametrize("pattern", ["/etc/*.toml", "**x"])
def test_patterns_of_plants(tmp_path, pattern):
    with pytest.raises(InputError, match=r"plants: .* is no name or pattern of files here"):
        read_region(city(plants=[pattern]), folder=tmp_path)


@pytest.mark.parametrize("name", ["a\x00b.toml", "x" * 5000 + ".toml"])
def test_names_of_files_of_counties(tmp_path, name):
    with pytest.raises(InputError, match=r"county\[0\].file: .* is no name or pattern of files here"):
        read_region(city(county=[{"name": "乙县", "file": name}]), folder=tmp_path)


@pytest.mark.parametrize("count", [1100, 2000])
def test_counties_in_a_chain_and_in_a_circle(tmp_path, count):
    for number in range(count):
        following = (number + 1) % count if count == 2000 else number + 1
        text = f'name = "c{number}"\nyear = 2025\nplan = "yuncheng-14fyp"\n'
        if following < count:
            text += f'[[county]]\nfile = "c{following}.toml"\n'
        (tmp_path / f"c{number}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="regions lie in one another more than 40 deep"):
        load_region(tmp_path / "c0.toml")


TABLE = "coke [万t],charging,quenching,energy.coking-coal [万t]\n60,stamp,wet,81\n130,top,dry,175\n"
PORTFOLIO = ["portfolio", "--sector", "coking", "--process", "battery", "--year", "2025", "--grid-year", "2023"]
RUN = [*PORTFOLIO, "--input", "@plants.csv", "--output", "@out.csv"]


@pytest.mark.parametrize("year", ["-1", "0", "20255"])
def test_a_year_of_a_table_that_is_none(tmp_path, year):
    said = refused(tmp_path, [*RUN, "--year", year], plants_csv=TABLE)
    assert f"year: found '{year}'; a year such as 2025 is expected" in said


def test_a_unit_of_another_kind_in_a_header(tmp_path):
    said = refused(tmp_path, RUN, plants_csv=TABLE.replace("[万t],charging", "[kWh],charging"))
    assert "coke [kWh]: kWh measures something else; accepted is t" in said


def test_a_key_of_groups_that_is_no_column(tmp_path):
    said = refused(tmp_path, [*RUN, "--group-by", "nope"], plants_csv=TABLE)
    assert "nope: no column to group by has this name; near: row, coke" in said


def test_a_province_of_a_table_that_there_is_not(tmp_path):
    said = refused(tmp_path, [*RUN, "--province", "nowhere"], plants_csv=TABLE)
    assert "no grid factor of 'nowhere'; known: anhui" in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("columns = 5", "columns: found 5; a table is expected here"),
        ("[columns]\ncharging = true", "columns.charging: 'True': a name or a unit is expected, as text"),
        ("[units]\ncoke = 999999999999999999999999999999999999", "units.coke: is a whole number of too many digits"),
        (f"[units]\ny = {HUGE}", "units.y: is a whole number of too many digits"),
        ("[columns]\n'charging' = 'quenching'", "plants.csv: has columns of the same name: quenching"),
        ("[colums]\nx = 'coke'", "colums: unknown key; known here: columns, units"),
        (
            "[columns]\nquenchin = 'quenching'",
            "columns.quenchin: no column of the table has this name; there is quenching",
        ),
        (
            "[units]\nnothing = 't'",
            "units.nothing: no column of the table has this name; there is quenching",
        ),
    ],
)
def test_mappings_of_units(tmp_path, text, says):
    said = refused(tmp_path, [*RUN, "--units", str(tmp_path / "units.toml")], plants_csv=TABLE, units_toml=text)
    assert says in said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_table_in_another_encoding_is_the_same_table(tmp_path, encoding):
    ran(tmp_path, [each.replace("out.csv", "wanted.csv") for each in RUN], plants_csv=TABLE)
    (tmp_path / "plants.csv").write_bytes(TABLE.encode(encoding))
    assert ran(tmp_path, RUN).exit_code == 0
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "wanted.csv").read_bytes()


def test_nul_in_a_header(tmp_path):
    said = refused(tmp_path, RUN, plants_csv=TABLE.replace("charging", "char\x00ging"))
    assert "plants.csv: the column name 'char␀ging' holds what no name can hold" in said


def test_one_cell_in_wide_digits_does_not_stop_the_run(tmp_path):
    rows = "60,top,wet,81\n" * 11
    found = ran(tmp_path, RUN, plants_csv=TABLE.splitlines()[0] + "\n" + rows + "６０００００,top,wet,81\n")
    assert "12 rows: 11 out, 1 set aside" in found.output
    assert len(polars.read_csv(tmp_path / "out.csv")) == 11
    aside = polars.read_csv(tmp_path / "out.rejects.csv").to_dicts()
    assert [(each["coke [万t]"], each["reject_column"]) for each in aside] == [
        (600000, "energy_given")
    ]  # so much it says


@pytest.mark.parametrize(
    ("cells", "says"),
    [([b"60", b"61"], "holds Binary; numbers or text are expected"), ([[60.0], [61.0]], "holds List(Float64)")],
    ids=["bytes", "lists"],
)
def test_columns_of_parquet_that_hold_no_numbers(tmp_path, cells, says):
    frame = {
        "coke [万t]": cells,
        "charging": ["top"] * 2,
        "quenching": ["wet"] * 2,
        "energy.coking-coal [万t]": [81.0] * 2,
    }
    polars.DataFrame(frame).write_parquet(tmp_path / "plants.parquet")
    assert says in refused(tmp_path, [each.replace("plants.csv", "plants.parquet") for each in RUN])


@pytest.mark.parametrize("name", ["x\\r=1+1", "x\\n=1+1", "x\\n# heading", "![x](http://y/z.png)"])
@pytest.mark.parametrize("form", ["csv", "markdown", "table"])
def test_names_that_are_more_than_names(tmp_path, name, form):
    text = battery(more=f'name = "{name}"')
    found = ran(tmp_path, ["sector", "coking", "--input", "@plant.toml", "--format", form], plant_toml=text)
    lines = found.output.replace("\r", "\n").splitlines()
    assert not any(cell.startswith("=") for line in lines for cell in (line, *line.split(",")))
    assert not any(line.startswith("# heading") for line in lines)
    assert form != "markdown" or "![x](" not in found.output


def test_rejects_and_output_name_no_input_and_no_device(tmp_path):
    said = refused(tmp_path, [*RUN, "--rejects", str(tmp_path / "plants.csv")], plants_csv=TABLE)
    assert "plants.csv: is an input of this run; name another file" in said
    assert (tmp_path / "plants.csv").read_text(encoding="utf-8") == TABLE
    link = tmp_path / "null.csv"
    link.symlink_to("/dev/null")
    said = refused(tmp_path, [each.replace("out.csv", "null.csv") for each in RUN])
    assert "/dev/null: cannot be written: is no plain file" in said
    assert link.is_symlink()
