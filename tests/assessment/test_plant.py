import random
import tomllib

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ecdcalc import assess, find
from ecdcalc.assessment.plant import methods_of
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.plant import Case, Plant
from ecdcalc.model.process import fields_of
from ecdcalc.model.sector import sectors
from ecdcalc.numbers.ops import Missing, missing
from ecdcalc.read import read_plant
from ecdcalc.testing import probe
from ecdcalc.words.errors import InputError, NotFoundError

PLANT = """
sector = "coking"
year = 2025
plan = "yuncheng-14fyp"

[plant]
value_added = "2 亿元"
base = { year = 2020, energy = "2 万tce", value_added = "2 亿元" }

[[battery]]
name = "1#"
coke = "10 万t"
charging = "top"
quenching = "wet"
chamber_height = "5.5 m"
energy = { coking-coal = "14 万t", electricity = "400 万kWh", heat = { value = "10 万GJ", primary_factor = "40 kgce/GJ" } }
nox = { mass = "100 t" }
"""


def assessed(text=PLANT, **options):
    return assess(read_plant(tomllib.loads(text)), **options)


def test_a_saving_is_adjusted_to_reporting_output():
    # unit NOx falls from 1 to 0.8 kg/t; at 120 000 t that is 0.2 kg/t × 120 000 t = 24 t
    result = assessed(
        PLANT + '[battery.reporting]\ncoke = "12 万t"\nenergy = { coking-coal = "16.8 万t" }\nnox = { mass = "96 t" }\n'
    )
    assert result.saved["nox"] == pytest.approx(24_000)


def test_a_closed_process_saves_what_it_used():
    result = assessed(PLANT + 'closed = "2023-09-30"\n')
    assert result.saved["nox"] == pytest.approx(100_000)
    contract = result.to_dict()["processes"][1]
    assert (contract["reporting"], contract["kind"], contract["closed_on"]) == ({}, "closed", "2023-09-30")


def test_a_new_process_counts_against_the_plant():
    result = assessed(PLANT + "new = true\n")
    assert result.saved["nox"] == pytest.approx(-100_000)


def test_measures_add_up_to_the_whole():
    text = (
        PLANT
        + '[[battery.measure]]\nuse = "coke-dry-quenching"\n[[battery.measure]]\nuse = "ascension-pipe-raw-gas-heat-recovery"\n'
    )
    process = assessed(text).processes[1]
    for name, saved in process.saved.items():
        if not isinstance(saved, Missing):
            assert sum(step.saved[name] for step in process.steps) == pytest.approx(saved, rel=1e-9, abs=1e-6)
    # 38 + 9 kgce/t × 100 000 t
    assert process.saved["energy"] == pytest.approx(4_700_000)


def test_processes_add_up_to_the_plant():
    second = (
        PLANT[PLANT.index("[[battery]]") :].replace("1#", "2#") + '[battery.reporting]\nelectricity = "350 万kWh"\n'
    )
    result = assessed(PLANT + second)
    assert result.saved["electricity"] == pytest.approx(500_000 * 3.6e6)
    assert result.saved["electricity"] == pytest.approx(
        sum(each.saved.get("electricity", 0) for each in result.processes)
    )
    account = result.processes[0]
    assert account.reporting["intensity"].value == pytest.approx(
        sum(each.reporting["energy"].value for each in result.processes[1:]) / 2e8
    )


def test_electricity_counts_on_the_chosen_basis():
    text = (
        PLANT.replace("year = 2025", "year = 2025\nelectricity_year = 2024")
        + '[battery.reporting]\nelectricity = "300 万kWh"\n'
    )
    calorific, primary = assessed(text), assessed(text, basis="primary")
    # 1 000 000 kWh × 0.1229 kgce/kWh, and × 0.3024 kgce/kWh (supply rate of 2024)
    assert calorific.saved["energy"] == pytest.approx(122_900)
    assert primary.saved["energy"] == pytest.approx(302_400)
    assert calorific.energy_by_basis == pytest.approx(primary.energy_by_basis)
    with pytest.raises(InputError):
        assessed(basis="net")


def test_a_year_without_a_published_rate_is_said_and_not_guessed():
    result = assessed(PLANT + '[battery.reporting]\nelectricity = "390 万kWh"\n', basis="primary")
    assert "primary_factor" in next(iter(result.saved["energy"].names))
    reasons = [each["reason"] for each in result.to_dict()["not_computed"]]
    assert any("primary_factor" in each for each in reasons)


def test_a_rate_that_is_not_needed_is_not_missed():
    assert assessed(PLANT, basis="primary").saved["energy"] == 0  # as much electricity after as before


def test_what_rests_on_an_unconfirmed_value_says_so():
    text = PLANT + 'wastewater = { volume = "10 万m3", cod = "90 mg/L", nh3n = "9 mg/L" }\n'
    text += '[[battery.measure]]\nuse = "coking-wastewater-advanced-treatment"\ncod = "50 mg/L"\nnh3n = "5 mg/L"\n'
    result = assessed(text)
    # −4 kWh/m3 (grade C) × 100 000 m3
    assert result.saved["electricity"] == pytest.approx(-400_000 * 3.6e6)
    assert result.to_dict()["totals"]["confidence"]["electricity_saved"] == "C"
    assert result.saved["cod"] == pytest.approx(4000)


def test_a_pollutant_without_a_source_is_no_silent_zero():
    result = assessed()
    assert result.to_dict()["totals"]["reductions"]["COD"] is None
    assert any("COD" in each["what"] and "wastewater" in each["reason"] for each in result.to_dict()["not_computed"])


def test_the_path_leads_to_the_term():
    plant = read_plant(tomllib.loads(PLANT))
    assert find(plant, "battery[0].unit_energy").formula.text == "energy / coke"
    assert find(plant, "battery.NOx").value == pytest.approx(100_000)
    assert find(plant, "battery[0].energy.electricity.amount").origin.text == "400 万kWh"
    with pytest.raises(NotFoundError, match="unit_energy"):
        find(plant, "battery[0].unit_enery")


@settings(max_examples=20, deadline=None)
@given(st.floats(0.1, 10))
def test_scaling_a_plant_scales_its_savings(scale):
    plant = read_plant(tomllib.loads(PLANT + '[battery.reporting]\nnox = { mass = "80 t" }\n'))
    case = plant.cases[1]

    def grown(process):
        return evolve(process, coke=process.coke * scale)

    larger = evolve(
        plant, cases=(plant.cases[0], evolve(case, baseline=case.baseline, reporting=grown(case.reporting)))
    )
    # the baseline is adjusted, so 100 t × scale − 80 t
    assert assess(larger).saved["nox"] == pytest.approx(100_000 * scale - 80_000)


PROCESSES = [
    pytest.param(cls, id=f"{sector.id}.{cls.about.key}") for sector in sectors().values() for cls in sector.processes
]
seeds = st.integers(0, 10_000)
ROUTES = {"nox": "nox_stack", "so2": "so2_stack", "pm": "pm_stack", "voc": "voc_control"}
MONITORED = ("mass", "flow", "concentration")


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=1, deadline=None)
@given(seed=seeds)
def test_monitoring_comes_before_balance_and_balance_before_factor(cls, seed):
    """T/CSES 144-2024: a plant measurement always beats a factor, and the result says which was used."""
    full = probe(cls, random.Random(seed), full=True)
    if "voc_method" in fields_of(cls):  # else counted in another table
        full = evolve(full, voc_method="product-factor")
    for pollutant, part in ROUTES.items():
        if part not in fields_of(cls):
            continue
        stack = getattr(full, part)
        state = evaluate(full)
        assert methods_of(state)[pollutant] == "monitoring"
        assert state[pollutant].value == pytest.approx(stack.mass)
        unset = {name: missing(name) for name in MONITORED if name in fields_of(type(stack))}
        state = evaluate(evolve(full, **{part: evolve(stack, **unset)}))
        balance = state[f"{pollutant}_balance"].value if f"{pollutant}_balance" in state else missing("")
        if not isinstance(balance, Missing):
            assert methods_of(state)[pollutant] == "balance"
        elif not isinstance(state[f"{pollutant}_generated"].value, Missing):
            assert methods_of(state)[pollutant] == "factor"


@pytest.mark.parametrize("cls", PROCESSES)
@settings(max_examples=1, deadline=None)
@given(seed=seeds)
def test_what_a_plant_saves_is_what_its_processes_save(cls, seed):
    dice = random.Random(seed)
    cases = tuple(
        Case(f"x[{number}]", probe(cls, dice, full=True), probe(cls, dice, full=True), kind=kind)
        for number, kind in enumerate(("retrofit", "closed", "new"))
    )
    plant = Plant(sectors()["environment"], "", 2025, None, cases)
    together = assess(plant).saved
    alone = [assess(evolve(plant, cases=(case,))).saved for case in cases]
    for name, whole in together.items():
        if not isinstance(whole, Missing):
            parts = [each[name] for each in alone if not isinstance(each[name], Missing)]
            assert whole == pytest.approx(sum(parts), rel=1e-9, abs=1e-9 * max(map(abs, parts), default=0))
