import pytest

from ecdcalc.model.evaluation import add_up, evaluate, exists, saving, scale_of, states_of
from ecdcalc.model.plant import CLOSED, NEW, Case
from ecdcalc.numbers.ops import is_missing, missing


def test_every_output_is_a_term_with_its_formula(coking):
    terms = evaluate(coking.cases[-1].baseline)
    assert terms["unit_energy"].formula.text == "energy / coke"
    assert terms["unit_energy"].value == pytest.approx(coking.cases[-1].baseline.unit_energy)


def test_what_rolls_others_up_comes_after_them(coking):
    states = states_of(coking)
    assert list(states)[-1] == "plant"
    members = [
        states[case.place].reporting["energy"].value
        for case in coking.cases
        if case.kind != CLOSED and case.key == "battery"
    ]
    assert states["plant"].reporting["intensity"].value == pytest.approx(
        sum(members) / coking.cases[0].baseline.value_added
    )


def test_states_in_which_a_process_is_not_there(coking):
    baseline = coking.cases[-1].baseline
    assert not exists(Case("x", baseline, baseline, kind=NEW), "baseline")
    assert not exists(Case("x", baseline, baseline, kind=CLOSED), "reporting")
    assert exists(Case("x", baseline, baseline), "reporting")


def test_the_scale_is_reporting_over_baseline_activity(coking):
    from attrs import evolve

    case = coking.cases[-1]
    grown = evolve(case, reporting=evolve(case.baseline, coke=case.baseline.coke * 2))
    assert scale_of(grown, "energy") == pytest.approx(2)
    assert saving(grown, states_of(evolve(coking, cases=(grown,)))[grown.place], "nox") == pytest.approx(
        grown.baseline.nox * 2 - grown.reporting.nox
    )


def test_a_sum_with_something_missing_is_missing():
    assert add_up([1.0, 2.0]) == 3.0
    assert is_missing(add_up([1.0, missing("x")]))
