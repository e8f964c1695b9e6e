from itertools import product

from ecdcalc import load_plant
from ecdcalc.model.process import changed, fields_of
from ecdcalc.numbers.ops import missing
from ecdcalc.reference.conditions import condition
from ecdcalc.reference.defaults import choose
from ecdcalc.report.workbook.lookup import BETWEEN, cases_of, table_of, words_asked


def fleet():
    plant = load_plant("examples/transport.toml")
    return plant.context, next(case.baseline for case in plant.cases if case.key == "fleet")


def longest(record, context):
    defaults = [of.default for of in fields_of(type(record)).values() if of.default is not None]
    return max(defaults, key=lambda each: len(cases_of(each, record, context)))


def test_the_table_finds_what_the_engine_finds_for_every_combination_of_words():
    context, record = fleet()
    default = longest(record, context)
    cases = cases_of(default, record, context)
    asked = words_asked(cases, record)
    table = table_of(cases, asked)
    assert len(cases) > 20 and len(table) >= len(cases)
    for words in product(*((*options[:6], "") for options in asked.values())):
        given = {name: word or missing(name) for name, word in zip(asked, words, strict=True)}
        found = choose(default, changed(record, **given), context)
        assert table.get(BETWEEN.join(words)) == (found if isinstance(found, str) else None), words


def test_a_default_that_reads_a_word_has_the_cases_of_every_word():
    plant = load_plant("examples/two-high.toml")
    found = []
    for case in plant.cases:
        for of in fields_of(type(case.baseline)).values():
            if getattr(of.default, "by", ""):
                cases = cases_of(of.default, case.baseline, plant.context)
                found += [conditions[0].name for conditions, _ in cases]
                assert words_asked(cases, case.baseline) is not None
    assert set(found) == {"product"}


def test_what_numbers_decide_is_no_table():
    context, record = fleet()
    cases = cases_of(longest(record, context), record, context)
    numeric = [((condition("mileage > 5000 km/annum"), *conditions), found) for conditions, found in cases]
    assert words_asked(numeric, record) is None


def test_no_word_of_a_choice_holds_what_stands_between():
    _, record = fleet()
    words = [word for of in fields_of(type(record)).values() for word in of.options]
    assert words and not any(BETWEEN in word for word in words)
