"""What a row says of its state: measures, reporting values, and defaults that hang on words."""

from datetime import date

import polars
import pytest

from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.model.evaluation import states_of
from ecdcalc.read.plant import read_plant

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
ROW = {"coke [万t]": 60.0, "charging": "stamp", "quenching": "wet", "energy.electricity [GWh]": 18.0}
ROW["energy.coking-coal [万t]"] = 81.0


def result(options=OPTIONS, **changes):
    row = {**ROW, **changes}
    answer = portfolio(polars.DataFrame({key: [value] for key, value in row.items()}), **options)
    assert answer.rejects.height == 0, answer.rejects["reason"].to_list()
    return answer.results.row(0, named=True)


def test_a_default_is_looked_up_again_when_its_word_changes():
    """No VOC factor is published for heat-recovery ovens: what becomes one has none after."""
    row = result(**{"reporting.charging": "heat-recovery"})
    plant = read_plant(
        {"sector": "coking", "year": 2025, "grid_year": 2023, "battery": [
            {"coke": "60 万t", "charging": "stamp", "quenching": "wet", "electricity": "18 GWh", "energy": {"coking-coal": "81 万t"},
             "reporting": {"charging": "heat-recovery"}}]}
    )  # fmt: skip
    states = states_of(plant)["battery[0]"]
    assert row["baseline.voc_generated [t]"] == pytest.approx(states.baseline["voc_generated"].value / 1000)
    assert row["reporting.voc_generated [t]"] is None
    assert not isinstance(states.reporting["voc_generated"].value, float)


def test_a_given_factor_holds_before_and_after():
    row = result(**{"nox_factor [kg/t]": 2.0, "reporting.coke [t]": 500_000.0})
    assert row["baseline.nox_generated [t]"] == pytest.approx(1200)
    assert row["reporting.nox_generated [t]"] == pytest.approx(1000)


def test_the_basis_holds_in_every_state():
    row = result(
        {**OPTIONS, "basis": "primary", "electricity_year": 2024}, **{"reporting.energy.electricity [GWh]": 16.0}
    )
    calorific = result(**{"reporting.energy.electricity [GWh]": 16.0})
    share = row["saved.energy [tce]"] / calorific["saved.energy [tce]"]
    assert calorific["saved.energy [tce]"] == pytest.approx(245.8)
    assert 2 < share < 3


def test_a_closed_process_saves_what_it_used_and_a_new_one_counts_against():
    closed, new, stays = (result(**change) for change in ({"closed": "2023-09-30"}, {"new": True}, {}))
    assert closed["saved.electricity [kWh]"] == 18e6
    assert closed["reporting.electricity [kWh]"] is None
    assert closed["grade.reporting.unit_energy"] is None
    assert new["saved.electricity [kWh]"] == -18e6
    assert new["baseline.electricity [kWh]"] is None
    assert new["grade.baseline.unit_energy"] is None
    assert stays["saved.electricity [kWh]"] == 0


def test_a_day_in_a_column_of_days_closes_a_process():
    closed = result(closed=date(2023, 9, 30))
    assert closed["saved.electricity [kWh]"] == 18e6 and closed["reporting.electricity [kWh]"] is None
