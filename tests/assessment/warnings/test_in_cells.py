"""A warning of a result of a workbook: named in the language of the reader, with the cells that it stands on."""

import tomllib

import openpyxl
import pytest

from ecdcalc import InputError, assess, load_plant
from ecdcalc.model.sector import sector
from ecdcalc.report.workbook.form import write_form


@pytest.fixture
def warned(tmp_path):
    """The warnings of the coking template in Chinese with other numbers in rows of the batteries."""

    def found(**changes):
        path = tmp_path / "plant.xlsx"
        write_form(tomllib.loads(sector("coking").template), path, "zh")
        book = openpyxl.load_workbook(path)
        for row in book["焦炉"].iter_rows(min_row=3):
            if row[0].value in changes:
                row[1].value = changes[row[0].value]
        book.save(path)
        return assess(load_plant(path))

    return found


def test_a_result_is_named_and_the_cells_under_it(warned):
    result = warned(**{"能源消费 / 热力": 300})
    (told,) = [each for each in result.warnings if each.of]
    assert told.place.startswith("焦炉!B") and "[" not in told.place and "_" not in told.place
    assert told.text("zh").startswith("1# · ") and "：" in told.text("zh")
    assert told.text("en").startswith("1# · ") and told.problem().say("zh").startswith(told.place)


def test_of_a_quotient_both_sides_are_named(warned):
    found = warned(**{"焦炭产量（干基）": 50})
    (told,) = [each for each in found.warnings if each.of and " / " in each.of.zh]
    assert told.place.count("焦炉!B") == 2 and told.text("zh").startswith("1# · ")
    assert told.of.zh == "1# · 能源消费.炼焦洗精煤 / 焦炭产量（干基）"


def test_a_law_on_results_is_told_in_the_words_of_the_file(warned):
    with pytest.raises(InputError) as refused:
        warned(**{"能源消费 / 炼焦洗精煤": 8.1})
    places = [each.place for each in refused.value.problems]
    assert places and not any("_" in each for each in places)
