import tomllib

import pytest

from ecdcalc.read import read_plant
from ecdcalc.words.errors import InputError

GOOD = """
sector = "coking"
year = 2025

[[battery]]
name = "1#"
coke = "60 万t"
charging = "stamp"
quenching = "wet"
energy = { coking-coal = "81 万t", electricity = "18 GWh" }
"""


def problems(text, **replaced):
    for old, new in replaced.items():
        assert old in text or old.replace("_", " ") in text
        text = text.replace(old, new)
    with pytest.raises(InputError) as error:
        read_plant(tomllib.loads(text))
    return {problem.place: problem for problem in error.value.problems}


def test_a_good_file_is_read():
    plant = read_plant(tomllib.loads(GOOD))
    assert plant.cases[0].baseline.coke == pytest.approx(6e8)


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ('coke = "60 万t"', "coke = 60", "battery[0].coke", '"60 t"'),
        ('coke = "60 万t"', 'coke = "60 kWh"', "battery[0].coke", "accepted is t"),
        ('coke = "60 万t"', 'coke = "9**9**9"', "battery[0].coke", "not a unit"),
        ('coke = "60 万t"', 'coke = "nan t"', "battery[0].coke", "not a number"),
        ('coke = "60 万t"', 'coke = "1e999 t"', "battery[0].coke", "finite"),
        ('coke = "60 万t"', "coke = inf", "battery[0].coke", "not a number"),
        ('coke = "60 万t"', 'coke = "-1 t"', "battery[0].coke", "> 0"),
        ('coke = "60 万t"', 'coke = "0 t"', "battery[0].coke", "> 0"),
        ('coke = "60 万t"', "coke = true", "battery[0].coke", "not a number"),
        ('coke = "60 万t"', "coke = []", "battery[0].coke", "not a number"),
        ('coke = "60 万t"', 'coke = "' + "9" * 5000 + ' t"', "battery[0].coke", "longer"),
        ('coke = "60 万t"\n', "", "battery[0].coke", "required"),
        ("quenching", "quenshing", "battery[0].quenshing", "quenching"),
        ('"wet"', '"damp"', "battery[0].quenching", "wet, dry"),
        ("coking-coal", "coking-cole", "battery[0].energy.coking-cole", "coking-coal"),
        ("[[battery]]", "[battery]", "battery", "[[battery]]"),
        ("[[battery]]", "[[batery]]", "batery", "battery"),
        ("year = 2025", "", "year", "required"),
        ("year = 2025", 'year = "25"', "year", "year such as"),
        ("year = 2025", 'year = 2025\nplan = "nowhere"', "plan", "known"),
        ("year = 2025", 'year = 2025\nco2_guide = "ipcc"', "co2_guide", "ndrc"),
        ("year = 2025", 'year = 2025\nco2_guide = "nrdc"', "co2_guide", "did you mean ndrc?"),
        ("year = 2025", 'year = 2025\ncoal_edition = "2021"', "coal_edition", "did you mean 2020?"),
        ("year = 2025", 'year = 2025\ngwp = "AR55"', "gwp", "did you mean"),
        ("year = 2025", 'year = 2025\nplan = "yunchen-14fyp"', "plan", "did you mean yuncheng-14fyp (运城市"),
        ("year = 2025", 'year = 2025\nplan = "运城市十四五节能方案"', "plan", "（yuncheng-14fyp）"),
        ('quenching = "wet"', 'quenching = "wett"', "battery[0].quenching", "did you mean wet?"),
        ("year = 2025", "year = 2025\ntargets = { T016 = \"1 parsec\" }", "targets.T016", "unknown unit"),
        ('name = "1#"', "name = 1", "battery[0].name", "text"),
        ('name = "1#"', "closed = \"soon\"", "battery[0].closed", "2023-09-30"),
        ('name = "1#"', "closed = 0001-01-01", "battery[0].closed", "2023-09-30"),
        ('name = "1#"', "closed = \"0023-09-30\"", "battery[0].closed", "2023-09-30"),
        ('name = "1#"', "chamber_height = \"5.5 mm\"", "battery[0].chamber_height", "cannot be"),
        ('name = "1#"', "closed = 2023-09-30\nnew = true", "battery[0]", "both"),
        ('name = "1#"', "nox = { removal = \"140 %\" }", "battery[0].nox.removal", "<= 100"),
        ('name = "1#"', "nox = { oxygen = \"21 %\" }", "battery[0].nox.oxygen", "< 21"),
        ('name = "1#"', "nox = 3", "battery[0].nox", "table"),
        ('name = "1#"', "reporting = 3", "battery[0].reporting", "table"),
        ('name = "1#"', 'measure = "dry"', "battery[0].measure", "[[battery.measure]]"),
        ('name = "1#"', 'measure = [{ use = "coke-dry-quench" }]', "battery[0].measure[0].use", "coke-dry-quenching"),
        ('name = "1#"', 'measure = [{ capex = "1 元" }]', "battery[0].measure[0].use", "required"),
        ('name = "1#"', 'measure = [{ use = "coke-dry-quenching", capex = "3 kg" }]', "battery[0].measure[0].capex", "CNY"),
        ('name = "1#"', 'measure = [{ use = "coke-dry-quenching", carrier = "firewood" }]', "battery[0].measure[0].carrier", "carrier"),
        ('name = "1#"', 'measure = [{ use = "coal-moisture-control" }]', "battery[0].measure[0].moisture", "required"),
        ('"wet"', '"dry"\nmeasure = [{ use = "coke-dry-quenching" }]', "battery[0].measure[0].use", "quenching == wet"),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_says_what_is_accepted(old, new, place, says):
    found = problems(GOOD, **{old: new})
    assert says in found[place].say("en")
    assert found[place].say("zh") != found[place].say("en")


def test_all_mistakes_come_in_one_pass():
    found = problems(
        GOOD.replace('"60 万t"', "60").replace('"wet"', '"damp"').replace("2025", '"x"')
        + '[[battery.measure]]\nuse = "nothing"\n[battery.reporting]\nelektricity = "1 GWh"\n'
    )
    assert set(found) == {
        "year", "battery[0].coke", "battery[0].quenching", "battery[0].measure[0].use", "battery[0].reporting.elektricity",
    }  # fmt: skip


def test_a_name_stands_for_one_process():
    assert "twice" in problems(GOOD + GOOD.partition("[[battery]]")[1] + GOOD.partition("[[battery]]")[2])[
        "battery[1].name"
    ].say("en")


def test_a_file_without_processes_is_refused():
    assert "[[battery]]" in problems('sector = "coking"\nyear = 2025')[""].say("en")


def test_a_measured_value_wins_over_a_default():
    text = GOOD.replace('"81 万t"', '{ value = "81 万t", lhv = "29.3076 MJ/kg" }')
    line = read_plant(tomllib.loads(text)).cases[0].baseline.carriers["coking-coal"]
    assert line.coal == pytest.approx(81e7)


def test_reporting_values_change_only_what_they_name():
    text = GOOD + '[battery.reporting]\nelectricity = "16 GWh"\n'
    case = read_plant(tomllib.loads(text)).cases[0]
    assert case.reporting.electricity == pytest.approx(16e9 * 3600)
    assert case.reporting.coke == case.baseline.coke
    assert case.reporting.carriers["coking-coal"].coal == case.baseline.carriers["coking-coal"].coal


def test_a_range_is_kept_with_the_value():
    text = GOOD.replace('"60 万t"', '"60 ± 1 万t"')
    origin = read_plant(tomllib.loads(text)).cases[0].baseline.origins["coke"]
    assert (origin.low, origin.high) == pytest.approx((5.9e8, 6.1e8))


def test_editions_can_be_chosen():
    text = GOOD.replace("year = 2025", 'year = 2025\ncoal_edition = "2008"\nco2_guide = "provincial"')
    origins = read_plant(tomllib.loads(text)).cases[0].baseline.carriers["coking-coal"].origins
    assert origins["coal_factor"].text == "coal-2008/cleaned-coal.coal"
    assert origins["carbon_content"].text == "co2-provincial/cleaned-coal.carbon"


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"coke": "1 ± 2 万t"}, "battery[0].coke"),
        ({"measure": [{"use": "own", "name": "x", "carrier": "electricity", "saving": "5 ± 6 %", "source": "y"}]},
         "battery[0].measure[0].saving"),
        ({"energy": {"electricity": {"taken": "16 ± 1 GWh", "given": "4 GWh"}}},
         "battery[0].energy.electricity.taken"),
    ],
)  # fmt: skip
def test_a_range_past_a_bound_is_refused(given, place):
    """No draw could be true that lies past the bound of an input; of two flows no range can be told."""
    battery = {"coke": "60 万t", "charging": "top", "quenching": "wet", "energy": {"coking-coal": "81 万t"}, **given}
    with pytest.raises(InputError) as caught:
        read_plant({"sector": "coking", "name": "x", "year": 2025, "battery": [battery]})
    assert [each.place for each in caught.value.problems] == [place]


def test_own_figures_of_targets_are_a_table_of_single_values():
    for text, key in (("targets = 5", "not-a-table"), ('targets = { T016 = "1~2 t" }', "range-not-here")):
        found = problems(GOOD, **{"year = 2025": f'year = 2025\nplan = "yuncheng-14fyp"\n{text}'})
        place = "targets" if key == "not-a-table" else "targets.T016"
        assert found[place].key == key


def test_of_very_many_unknown_tables_no_near_name_is_looked_for():
    text = "".join(f"\n[batery{number}]\n" for number in range(60))
    found = problems(GOOD + text)
    assert len(found) == 60
    assert [each.key for each in found.values()] == ["unknown-key-near"] * 50 + ["unknown-key"] * 10
