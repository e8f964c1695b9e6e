import pytest

from ecdcalc.model.evaluation import Memory, add_up, exists, find, saving, scale_of, states_of
from ecdcalc.model.outputs import evaluate
from ecdcalc.model.plant import CLOSED, NEW, Case
from ecdcalc.numbers.ops import is_missing, missing
from ecdcalc.words.errors import NotFoundError


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


def test_a_process_that_stands_in_several_states_is_evaluated_once(coking):
    memory = Memory()
    found, again = (states_of(coking.on("calorific"), memory) for _ in range(2))
    for case in coking.cases:
        if type(case.baseline).about.rolls_up:  # it is made of the others anew
            continue
        states = found[case.place]
        assert all(term is again[case.place].baseline[name] for name, term in states.baseline.items())
        if case.steps and not case.measured:
            last = states.after[-1]
            assert all(states.reporting[name] is last[name] for name in last)


def test_a_place_that_there_is_not_is_told_with_the_nearest(coking):
    with pytest.raises(NotFoundError, match=r"battery\[0\]"):
        find(coking, "battry[0].energy")


def test_nothing_is_saved_of_what_a_process_does_not_compute(coking):
    case = coking.cases[-1]
    assert saving(case, states_of(coking)[case.place], "no_such_output") == 0
