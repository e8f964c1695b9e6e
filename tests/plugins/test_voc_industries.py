import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from plain import floats

from ecdcalc.assessment.plant import assess
from ecdcalc.model.process import changed
from ecdcalc.model.sector import sector
from ecdcalc.numbers.ops import missing
from ecdcalc.plugins.voc_industries.contents import content_limits
from ecdcalc.read import read_plant
from ecdcalc.testing import check_sector, probe
from ecdcalc.words.errors import InputError

EXAMPLE = Path(__file__).parents[2] / "examples" / "voc-industries.toml"


def plant(**tables):
    return read_plant({"year": 2025, "plan": "yuncheng-14fyp", "grid_year": 2023, **tables}, asked="voc-industries")


def coating(**fields):
    return {"area": "1 万m2", "solvent_borne": {"mass": "10 t"}, **fields}


def test_voc_industries_keeps_the_contract():
    check_sector(sector("voc-industries"))


@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_the_example_meets_its_targets(basis):
    result = assess(read_plant(tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))), basis=basis)
    gaps = {gap.target.id: gap.status for gap in result.gaps if gap.status != "not-evaluated"}
    assert gaps == {"t078": "met", "t079": "met", "t080": "met", "t091": "met"}
    assert result.saved["voc"] > 0
    assert result.saved["energy"] < 0  # what the oxidisers burn is not hidden
    assert result.saved["nox"] < 0


def test_the_method_is_told():
    tables = {
        "coating": [coating(voc={"device": "none"}), coating(voc={"mass": "3 t"})],
        "pharma": [{"product": "1 t", "voc": {"device": "none"}}],
    }
    found = [each.methods.get("voc") for each in assess(plant(**tables)).processes]
    assert found == ["balance", "monitoring", "factor"]


def test_a_monitored_mass_falls_with_a_new_device():
    table = coating(
        voc={"rates": "project", "mass": "8 t", "enclosure": "closed-duct", "device": "none"},
        energy={"electricity": "1 GWh", "natural-gas": {"value": "1 万m3", "lhv": "36 MJ/m3"}},
        measure=[{"use": "regenerative-thermal-oxidiser", "gas": "100 万m3", "electricity": "3 kWh/千m3"}],
    )
    result = assess(plant(coating=[table])).processes[0]
    assert result.reporting["voc"].value == pytest.approx(8000 * (1 - 0.95 * 0.90))


def test_what_a_set_of_rates_does_not_list_has_to_be_measured():
    table = coating(voc={"enclosure": "surrounding-hood", "device": "rto"})
    assert "voc.capture" in str(assess(plant(coating=[table])).processes[0].reporting["voc"].value)


def test_every_class_of_material_has_a_readable_name():
    assert len(content_limits()) == 34
    assert content_limits()["solvent-ink-gravure"].low_voc is False


@pytest.mark.parametrize(
    ("table", "place"),
    [
        (coating(solvent_borne={"mass": "10"}), "coating[0].solvent_borne.mass"),
        (coating(solvent_borne={"mass": "-1 t"}), "coating[0].solvent_borne.mass"),
        (coating(solvent_borne={"mass": "1 t", "voc_share": "101 %"}), "coating[0].solvent_borne.voc_share"),
        (coating(low_voc={"kind": "watery"}), "coating[0].low_voc.kind"),
        (coating(low_voc={"product": "water-based-ink-flexo"}), "coating[0].low_voc.product"),
        (coating(voc={"capture": "120 %"}), "coating[0].voc.capture"),
        (coating(thinner={"mass": "1 t"}), "coating[0].thinner"),
        (
            coating(measure=[{"use": "low-voc-material-substitution", "share": "50 %"}]),
            "coating[0].measure[0].mass_ratio",
        ),
        (coating(measure=[{"use": "stage-2-vapour-recovery"}]), "coating[0].measure[0].use"),
    ],
)
def test_bad_input_names_its_place(table, place):
    with pytest.raises(InputError) as caught:
        plant(coating=[table])
    assert place in {problem.place for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        ({"coating": [coating(voc_in_waste="20 t")]}, "coating[0].voc_in_waste"),
        ({"pharma": [{"product": "1 t", "solvent": "5 t", "in_waste": "6 t"}]}, "pharma[0].solvent_out"),
        ({"seals": [{"hours": "1 h", "leaking": "3 item", "repaired": "4 item"}]}, "seals[0].repaired"),
        (
            {"seals": [{"hours": "1 h", "surveyed": "2 item", "leaking": "3 item", "repaired": "0 item"}]},
            "seals[0].leaking",
        ),
    ],
)
def test_more_cannot_leave_than_comes_in(tables, place):
    with pytest.raises(InputError) as caught:
        plant(**tables)
    assert place in {problem.place for problem in caught.value.problems}


def test_a_class_that_is_mistyped_is_answered_with_the_nearest():
    with pytest.raises(InputError, match="water-based-ink-flexo-"):
        plant(coating=[coating(low_voc={"product": "water-based-ink-flexo"})])


share = floats(0, 1)


@settings(max_examples=25, deadline=None)
@given(capture=share, destruction=share, run=share, more=share)
def test_emission_lies_between_nothing_and_generation_and_falls_with_every_rate(capture, destruction, run, more):
    def emitted(capture):
        voc = {"capture": f"{capture} 1", "destruction": f"{destruction} 1", "run_rate": f"{run} 1"}
        return assess(plant(coating=[coating(voc=voc)])).processes[0].reporting["voc"].value

    low, high = sorted((capture, more))
    assert -1e-9 <= emitted(high) <= emitted(low) + 1e-9 <= 6000 + 1e-6


def test_project_rates_are_not_held_against_fleet_averages():
    retrofit = {"use": "vapour-capture-upgrade"}
    hood = {"enclosure": "external-hood", "device": "carbon"}
    with pytest.raises(InputError) as caught:
        plant(coating=[coating(voc=hood, measure=[retrofit])])
    assert caught.value.problems[0].key == "measure-not-applicable"
    plant(coating=[coating(voc={**hood, "rates": "project"}, measure=[retrofit])])


def test_a_monitored_total_does_not_hide_what_a_retrofit_of_one_step_brings():
    station = {
        "gasoline": "1000 m3",
        "vapour_pressure": "40 kPa",
        "stage": "stage-1",
        "voc_mass": "1.3 t",
        "energy": {"electricity": "1 MWh"},
        "measure": [{"use": "stage-2-vapour-recovery", "electricity": "0.5 kWh/m3"}],
    }
    result = assess(plant(**{"filling-station": [station]})).processes[0]
    assert result.reporting["voc"].value == pytest.approx(2560 * 0.2)  # 1000 m3 × 40 kPa × 64 g, stage 2
    assert (result.methods_baseline["voc"], result.methods["voc"]) == ("monitoring", "factor")


def test_a_device_of_the_burners_counts_where_there_is_one():
    cls = sector("voc-industries").process("coating")
    line = probe(cls, random.Random(2), full=True)
    gas = {id: each for id, each in line.carriers.items() if id == "natural-gas"}
    gas["natural-gas"] = changed(gas["natural-gas"], amount=1e6)
    unmonitored = {"mass": missing("mass"), "flow": missing("flow"), "concentration": missing("concentration")}
    stack = changed(line.nox_stack, removal=missing("removal"), run_rate=0.9, **unmonitored)
    bare = changed(line, carriers=gas, nox_stack=stack)
    cleaned = changed(bare, nox_stack=changed(stack, removal=0.6))
    assert bare.nox == bare.nox_generated == pytest.approx(1e6 * line.nox_factor)
    assert cleaned.nox == pytest.approx((1 - 0.6 * 0.9) * bare.nox)


def test_a_content_per_volume_is_held_against_a_limit_per_volume():
    """Without a density the share is not known, and only the limit in grams per litre can be met or not."""
    limits = {id: each for id, each in content_limits().items() if each.low_voc and each.unit.text == "g/L"}
    assert limits
    for id, limit in limits.items():
        for part, share in ((0.9, 1), (1.0, 1), (1.1, 0)):
            used = {"mass": "10 t", "product": id, "voc_per_litre": f"{part * limit.value} g/L"}
            line = {"area": "1 万m2", "solvent_borne": {"mass": "0 t"}, "cleaner": {"mass": "0 t"}, "low_voc": used}
            (found,) = assess(plant(coating=[line])).processes
            assert found.reporting["low_voc_share"].value == share, (id, part)
