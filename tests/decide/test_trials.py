"""A plant drawn many times is, in every trial, the plant with its numbers."""

import numpy
import pytest

from ecdcalc.assessment.plant import assess
from ecdcalc.decide.chance import chance_of
from ecdcalc.decide.draws import Dice
from ecdcalc.decide.trials import in_pieces, trial_states, trials_of
from ecdcalc.read.plant import read_plant


def plant(battery=None, **head):
    given = {
        "name": "1#",
        "coke": "60 万t",
        "charging": "top",
        "quenching": "wet",
        "energy": {"coking-coal": "81 万t", "electricity": "20 GWh"},
    }
    given |= battery or {}
    return {"sector": "coking", "name": "x", "year": 2025, "battery": [given], **head}


RANGED = plant({"reporting": {"energy": {"electricity": "14~18 GWh"}}})


def test_every_trial_is_the_plant_computed_with_its_number():
    dice = Dice(7, 5)
    trials = trials_of(read_plant(RANGED), dice)
    states = trial_states(trials, "calorific")["battery[0]"].reporting
    amounts = trials.cases[0].reporting.carriers["electricity"].amount
    for trial in range(7):
        kwh = f"{float(amounts[trial]) / 3.6e6!r} kWh"
        one = assess(plant({"reporting": {"energy": {"electricity": kwh}}}))
        for name in ("energy", "electricity", "unit_energy"):
            assert states[name].value[trial] == pytest.approx(one.processes[0].reporting[name].value, rel=1e-12)


@pytest.mark.parametrize("example", ["steel", "coking", "transport", "voc-industries", "power"])
def test_one_trial_at_the_typical_values_is_the_plant(example, monkeypatch):
    """Where every source takes the value that the plant has, every total is that of the plant, measures included."""
    result = assess(f"examples/{example}.toml")

    def still(self, place, value, origin, *_):
        return numpy.full(3, value) if isinstance(value, float) and origin and origin.factor else value

    monkeypatch.setattr(Dice, "value", still)
    trials = trials_of(result.plant, Dice(3))
    states = trial_states(trials, "calorific")
    for each in result.processes:
        found = states[each.case.place]
        for name, term in each.reporting.items():
            if isinstance(term.value, float):
                value = numpy.broadcast_to(found.reporting[name].value, 3)
                assert value == pytest.approx([term.value] * 3, rel=1e-9, abs=1e-9), (each.case.place, name)


def test_a_number_given_once_more_is_new_also_with_the_same_middle():
    document = plant({"coke": "57~63 万t", "reporting": {"coke": "58~62 万t"}})
    dice = Dice(50, 2)
    case = trials_of(read_plant(document), dice).cases[0]
    assert (case.baseline.coke != case.reporting.coke).any()
    assert case.reporting.coke.min() >= 5.8e8 and case.reporting.coke.max() <= 6.2e8


@pytest.mark.parametrize("example", ["steel", "coking", "transport", "parks"])
def test_pieces_of_the_trials_are_the_trials(example, monkeypatch):
    """Whatever the size of the pieces, and where the last one is shorter: the same chances to the last bit."""
    result = assess(f"examples/{example}.toml")
    whole = chance_of(result, 500).to_dict("en")
    assert whole["processes"]
    monkeypatch.setattr("ecdcalc.decide.trials.PIECE", 77)
    assert chance_of(result, 500).to_dict("en") == whole


def test_what_does_not_move_is_one_number_for_all_pieces(monkeypatch):
    monkeypatch.setattr("ecdcalc.decide.trials.PIECE", 3)
    dice = Dice(7, 5)
    trials = trials_of(read_plant(RANGED), dice)
    states = trial_states(trials, "calorific")["battery[0]"]

    def asked(some):
        found = trial_states(some, "calorific")["battery[0]"]
        assert some.cases[0].baseline is trials.cases[0].baseline  # no range: computed once
        return {"before": found.baseline["energy"].value, "after": found.reporting["energy"].value}

    found = in_pieces(trials, 7, asked)
    assert found["before"] == states.baseline["energy"].value
    assert found["after"].tolist() == states.reporting["energy"].value.tolist()
