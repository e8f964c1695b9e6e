import shutil

import docx
import pytest
from conftest import EXAMPLES

from ecdcalc import assess, read_plant
from ecdcalc.report.forms.fill import fill
from ecdcalc.report.forms.form import read_form, shipped
from ecdcalc.report.forms.word import set_form, write_word
from ecdcalc.words.errors import EcdcalcError, InputError


def texts(file):
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return cells + [each.text for each in document.paragraphs]


def own(tmp_path, change, id="saving-report"):
    folder = tmp_path / "own"
    shutil.copytree(shipped()[id], folder)
    (folder / "form.en.docx").unlink()
    layout = folder / "form.zh.docx"
    document = docx.Document(str(layout))
    change(document)
    document.save(str(folder / "form.docx"))
    layout.unlink()
    return folder


def test_a_layout_of_ones_own_is_filled(coking, tmp_path):
    folder = own(tmp_path, lambda document: document.add_paragraph("我的版式 {{ cell.technical_calorific }}"))
    write_word(assess(coking), tmp_path / "x.docx", "zh", "assessment", str(folder))
    assert "我的版式 65629" in texts(tmp_path / "x.docx")


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (
            "{{ cell.technical_caloric }}",
            "cell.technical_caloric: the form has no such name; did you mean technical_calorific?",
        ),
        ("{%p for row in table.measures %}", "'for'.; near: {% for row in table.measures %}"),
        ("{%p endfor %}", "unknown tag 'endfor'.; near: {% endfor %}"),
        ("节能量 {{ cell.year ", "are broken: unexpected '/'; near: {{ cell.year"),
        ("{{ cell.year | nothing }}", "are broken: No filter named 'nothing'.; near: {{ cell.year | nothing }}"),
        ("{% if %}", "Expected an expression, got 'end of statement block'; near: {% if %}"),
        ("{{ cell.__class__.__mro__ }}", "cell.__class__: the form has no such name"),
        ("{{ nobody }}", "nobody: the form has no such name"),
        ("{{ cell.year.of }}", "'str object' has no attribute 'of'; near: {{ cell.year.of }}"),
        ("{{ 1 / 0 }}", "are broken: division by zero; near: {{ 1 / 0 }}"),
        ("{% include 'x' %}", "are broken: no loader"),
    ],
)
def test_broken_tags_are_told_with_their_place_and_nothing_is_written(coking, tmp_path, tag, told):
    folder = own(tmp_path, lambda document: document.add_paragraph(f"此处有误 {tag}"))
    target = tmp_path / "x.docx"
    with pytest.raises(InputError) as caught:
        write_word(assess(coking), target, "zh", "assessment", str(folder))
    place, _, said = caught.value.say("en").partition("form.docx: ")
    assert place and told in said
    assert not target.exists()


def test_every_broken_tag_and_every_unknown_name_is_told_in_one_pass(coking, tmp_path):
    tags = ["{{ cell.yearr }}", "{% for x in %}", "{{ cell.code | nothing }}", "{{ cell.code }}"]
    folder = own(tmp_path, lambda document: [document.add_paragraph(each) for each in tags])
    with pytest.raises(InputError) as caught:
        write_word(assess(coking), tmp_path / "x.docx", "zh", "assessment", str(folder))
    assert [each.key for each in caught.value.problems] == ["form-name", "form-tags", "form-tags"]


def test_all_unknown_names_of_a_layout_are_told_at_once(coking, tmp_path):
    folder = own(tmp_path, lambda document: document.add_paragraph("{{ cell.one }} {{ cell.two }}"))
    with pytest.raises(InputError) as caught:
        set_form(fill(read_form(folder), assess(coking), "zh"), tmp_path / "x.docx", "zh")
    assert len(caught.value.problems) == 2


def test_what_is_no_word_document_is_refused(coking, tmp_path):
    folder = tmp_path / "own"
    shutil.copytree(shipped()["saving-report"], folder)
    (folder / "form.zh.docx").write_text("not a document", encoding="utf-8")
    with pytest.raises(InputError, match="not a Word document"):
        write_word(assess(coking), tmp_path / "x.docx", "zh", "assessment", str(folder))


def test_a_form_of_a_region_is_not_filled_by_a_plant(coking, tmp_path):
    with pytest.raises(EcdcalcError, match="ecdcalc region"):
        write_word(assess(coking), tmp_path / "x.docx", "en", "assessment", "region-report")


@pytest.mark.parametrize(
    "name",
    ["<script>alert(1)</script>", "{{ 7 * 7 }}", "=cmd|' /C calc'!A0", "长" * 10_000, "a & b < c", "\u202eevil", "]]>"],
)
def test_a_hostile_name_stays_text(name, tmp_path):
    import tomllib

    found = tomllib.loads((EXAMPLES / "coking.toml").read_text(encoding="utf-8"))
    found["name"] = name
    file = tmp_path / "x.docx"
    write_word(assess(read_plant(found)), file, "zh", "assessment")
    cell = docx.Document(str(file)).tables[0].rows[0].cells[1].text
    assert cell == (name.replace("\u202e", "") if len(name) < 300 else "长" * 299 + "…")
