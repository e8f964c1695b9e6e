import pytest

from ecdcalc import assess
from ecdcalc.report.forms.completeness import completeness, refuse_missing
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import load_form
from ecdcalc.words.errors import InputError


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
