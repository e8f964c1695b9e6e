import shutil

import pytest

from ecdcalc.report.forms.form import load_form, read_form, shipped
from ecdcalc.words.errors import InputError, NotFoundError


@pytest.mark.parametrize("id", sorted(shipped()))
def test_every_shipped_form_is_whole(id):
    form = load_form(id)
    assert form.id == id and form.edition and form.source["zh"] and form.confidence in "ABC"
    for lang in ("zh", "en"):
        assert form.layout(lang).is_file() and form.title[lang]


def test_a_form_that_there_is_not():
    with pytest.raises(NotFoundError, match="saving-report"):
        load_form("saving-raport")
    with pytest.raises(NotFoundError):
        load_form("a\0b")


def test_only_the_saving_report_may_call_itself_verified_and_only_when_measured():
    for id in shipped():
        form = load_form(id)
        assert "审核报告" not in form.title["zh"]
        assert ("审核报告" in form.title_measured["zh"]) == (id == "saving-report")


def changed(tmp_path, *pairs):
    folder = tmp_path / "own"
    shutil.copytree(shipped()["saving-report"], folder)
    text = (folder / "form.toml").read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "form.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_mistake_is_told_in_one_pass_with_its_place(tmp_path):
    folder = changed(
        tmp_path,
        ('from = "sector_label"', 'from = "sector_lable"'),
        ('id = "year", zh', 'id = "code", zh'),
        ('from = "saved.energy", basis', 'from = "saved.enery", basis'),
        ('basis = "calorific", unit = "tce", required = true },\n  { id = "technical_primary"', 'basis = "当量", unit = "tca" },\n  { id = "technical_primary"'),
        ('rows = "not_computed.*"', 'rows = "not_calculated.*"'),
        ('digits = 4', 'digits = 40'),
        ('show = "word"', 'show = "wrod"'),
        ('taker =', 'tacker ='),
        ('text = { zh =', 'text = { cell = [], zh ='),
    )  # fmt: skip
    with pytest.raises(InputError) as caught:
        read_form(folder)
    told = caught.value.say("en")
    for words in (
        "chapter[0].cell[4].from: sector_lable", "did you mean sector_label?", "'code' is used twice", "basis: found '当量'",
        "unit: ", "did you mean not_computed?", "digits: found 40", "show: found 'wrod'", "tacker: unknown key",
        "chapter[2].text.cell: unknown key",
    ):  # fmt: skip
        assert words in told, words
    assert "saved.enery" not in told  # outputs of a process have names of their own


def test_a_folder_without_layout(tmp_path):
    folder = changed(tmp_path)
    for each in folder.glob("*.docx"):
        each.unlink()
    with pytest.raises(InputError, match=r"form\.docx: no such file"):
        read_form(folder).layout("zh")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("up = 1", "up = 2", "up: found '2'; accepted: 0, 1"),
        ("up = 1", "up = true", "up: found 'True'"),
        ("up = 1", "up = -1", "up: found '-1'"),
        ("optional = true", 'optional = "no"', "optional: found 'no'; accepted: true, false"),
        ("required = true", "required = 1", "required: found '1'"),
    ],
)
def test_lists_further_out_than_there_are_and_words_for_flags_are_refused(before, after, told, tmp_path):
    with pytest.raises(InputError) as refused:
        read_form(changed(tmp_path, (before, after)))
    assert told in refused.value.say("en")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('of = "assessment"', 'of = "factory"', "of: found 'factory'; accepted: assessment, region"),
        ("width = 3", "width = 10", "width: found 10; the width of a column is from 1 to 9"),
        ("width = 3", "width = true", "width: found True; the width of a column is from 1 to 9"),
        ('from = "sector_label"', 'from = ["sector_label", 3]', "chapter[0].cell[4].from: is required"),
        ('from = "sector_label"', "from = []", "chapter[0].cell[4].from: is required"),
        ("cell = [", "cell = 3\nown = [", "chapter[0].cell: found 3; a list of tables is expected"),
        ("title = {", 'title = "Report"\nold = {', "title: needs a text in both languages"),
        ('id = "name", zh', "zh", "column[0].id: is required"),
    ],
)
def test_what_is_not_of_the_form_of_a_form_is_refused(before, after, told, tmp_path):
    with pytest.raises(InputError) as refused:
        read_form(changed(tmp_path, (before, after)))
    assert told in refused.value.say("en")
