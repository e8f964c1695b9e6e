import pytest
from billed import REST, document

from ecdcalc import assess, read_plant
from ecdcalc.report.page.money import money_tables
from ecdcalc.report.page.parts import Cell
from ecdcalc.report.page.plant import PlantPage


@pytest.fixture(scope="module")
def result():
    return assess(read_plant(document(**REST)))


def at(found, path):
    for key in path.split("."):
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_number_of_money_is_that_of_the_json_and_unfolds(result, lang):
    found = result.to_dict(lang)
    cells = [cell for table in money_tables(result.money, found["money"], lang) for row in table.rows for cell in row]
    numbers = [each for each in cells if each.path]
    assert len(numbers) > 40
    for each in numbers:
        assert at(found, each.path)["value"] == each.value, each.path
        assert each.tree, each.path


def test_what_is_not_known_is_a_dash_and_has_its_reason(result):
    found = result.to_dict("en")["money"]
    bare = {**found, "measures": [{**each, "worth": None, "reasons": ["no cost"]} for each in found["measures"]]}
    *_, worth = money_tables(result.money, bare, "en")
    assert worth.rows[0][3] == Cell("–") and worth.rows[0][-1].text == "no cost"


@pytest.mark.parametrize("basis", ["calorific", "primary"])
def test_gaps_and_grades_unfold_to_their_own_number_on_either_basis(basis, coking):
    result = assess(coking, basis=basis)
    page = PlantPage(result, result.to_dict(), "en")
    found = [row for table in page._gaps() for row in table.rows]
    assert any(row[7].tree.startswith(f"gap.{row[0].text}") for row in found)
    for row in found:
        if row[7].tree:
            assert f"= {row[7].text}" in row[7].tree.splitlines()[0]
    graded = [cell for table in page._grades() for row in table.rows for cell in row if cell.tree]
    assert graded and all(f"= {cell.text}" in cell.tree.splitlines()[0] for cell in graded)


@pytest.mark.parametrize(
    ("lang", "never", "none", "two"),
    [("en", "never", "none", "5 %, 20 %"), ("zh", "永不", "无", "5 %、20 %")],
)
def test_no_payback_and_other_than_one_internal_rate_are_said_in_words(result, lang, never, none, two):
    found = result.to_dict(lang)["money"]
    first, *rest = found["measures"]
    rates = [{"value": 5.0, "unit": "%"}, {"value": 20.0, "unit": "%"}]
    for irr, told in (([], none), (rates, two)):
        worth = {**first["worth"], "irr": irr, "simple_payback": "never"}
        *_, table = money_tables(result.money, {**found, "measures": [{**first, "worth": worth}, *rest]}, lang)
        assert [cell.text for cell in table.rows[0][4:6]] == [told, never]
