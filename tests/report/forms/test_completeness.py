import pytest
from priced import document

from ecdcalc import assess, read_plant
from ecdcalc.report.forms.completeness import completeness, refuse_missing
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form
from ecdcalc.words.errors import InputError
from ecdcalc.words.labels import word


def test_what_is_missing_stands_first_with_its_place(coking):
    result = assess(coking)
    lines = completeness(fill(load_form("saving-report"), result, "en"), result, "en").splitlines()
    assert lines[0] == "Energy saving of a project: estimate: completeness"
    assert lines[4].startswith("missing") and "[report.organisation.code] of the plant file" in lines[4]
    first_filled = next(n for n, line in enumerate(lines) if line.startswith("filled"))
    assert not any(line.startswith("missing") for line in lines[first_filled:])


def test_strict_refuses_every_required_cell_at_once(coking):
    filled = fill(load_form("saving-report"), assess(coking), "en")
    with pytest.raises(InputError) as caught:
        refuse_missing(filled)
    assert len(caught.value.problems) == len(filled.missing) > 3
    assert "report.project.name: Project: is required by the form saving-report" in caught.value.say("en")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_form_with_all_that_it_asks_and_more_says_both(lang):
    bare, report = document(), {"more": {"note": "a word"}}
    for line in fill(load_form("self-check"), assess(read_plant(bare)), lang).missing:
        _, table, key = line.path.split(".")
        report.setdefault(table, {})[key] = "as told"
    result = assess(read_plant({**bare, "report": report}))
    filled = fill(load_form("self-check"), result, lang)
    refuse_missing(filled)
    *_, complete, unused = completeness(filled, result, lang).split("\n\n")
    assert complete == word("form-none-missing", lang) and filled.missing == []
    assert unused == word("form-unused", lang, names="report.more.note")
