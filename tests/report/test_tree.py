from ecdcalc import find
from ecdcalc.read import read_plant
from ecdcalc.report.tree import tree


def test_every_line_has_a_formula_or_an_origin(coking):
    text = tree(find(coking, "battery[1].unit_energy"), "en")
    assert text.startswith("unit_energy = ")
    assert "= energy / coke" in text
    assert '← given: "130 万t"' in text
    assert "coal-2020/electricity-calorific.coal, GB/T 2589-2020" in text


def test_what_a_measure_changed_says_so(coking):
    text = tree(find(coking, "battery[1].energy.electricity.amount"), "en")
    assert "changed by measures" in text
    assert "46 GWh" in text
    assert "changed" not in tree(find(coking, "battery[1].energy.electricity.amount", state="baseline"), "en")


def test_what_only_a_measure_gave_says_so_too():
    line = {
        "area": "1 m2",
        "solvent_borne": {"mass": "10 t"},
        "voc": {"rates": "project", "enclosure": "external-hood", "device": "carbon"},
        "measure": [{"use": "vapour-capture-upgrade"}],
    }
    plant = read_plant({"year": 2025, "coating": [line]}, asked="voc-industries")
    assert "capture = 90 %" in (text := tree(find(plant, "coating[0].voc"), "zh")) and "经措施改变" in text
    assert "经措施改变" not in tree(find(plant, "coating[0].voc", state="baseline"), "zh")


def test_sums_over_processes_say_so(coking):
    assert "其他工序合计" in tree(find(coking, "plant.intensity"), "zh")


def test_what_cannot_be_computed_says_why(coking):
    assert "no generation factor" in tree(find(coking, "battery[0].so2_balance"), "en")
