from ecdcalc import assess, load_plant
from ecdcalc.assessment.contract.lacking import not_computed


def test_what_is_not_computed_has_a_reason_in_the_language_of_the_reader():
    result = assess(load_plant("examples/steel.toml"))
    titles = {each.case.place: "X" for each in result.processes}
    for lang in ("en", "zh"):
        rows = [*not_computed(result, titles, lang)]
        assert rows and all(row["reason"] and row["label"].startswith("X: ") for row in rows)
