import io

import pytest

from ecdcalc.read.text import MOST_BYTES, parsed, read_document
from ecdcalc.words.errors import InputError


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a = [", "not TOML"),
        (b"a" * (MOST_BYTES + 1), "larger than"),
        (b"\x00\x01\x02", "binary"),
        ("名称 = '焦化'".encode("gb18030"), "line 1: 名称 = '焦化': a key in Chinese stands"),
        (b"a = " + b"[" * 20_000, "nested"),
    ],
)
def test_files_that_are_no_plant_file(tmp_path, content, says):
    file = tmp_path / "plant.toml"
    file.write_bytes(content)
    with pytest.raises(InputError, match=says):
        read_document(str(file))


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        read_document(str(tmp_path / "none.toml"))
    with pytest.raises(InputError, match="folder"):
        read_document(str(tmp_path))


def test_the_usual_chinese_encoding_is_read_when_asked_for(tmp_path):
    file = tmp_path / "plant.toml"
    file.write_bytes("name = '焦化'".encode("gb18030"))
    assert read_document(str(file), "gb18030") == {"name": "焦化"}


def test_a_byte_order_mark_is_no_mistake(tmp_path):
    file = tmp_path / "plant.toml"
    file.write_bytes("\ufeffname = '焦化'".encode())
    assert read_document(str(file)) == {"name": "焦化"}


SLIPS = {
    "a = “1 t”": "toml-quotes",
    'a ＝ "1 t"': "toml-wide-signs",
    "＃ words": "toml-wide-signs",
    "a\u3000= 1": "toml-wide-blanks",
    "a = １２": "toml-wide-letters",
    "行业 = 1": "toml-key",
    "[[熟料.measure]]": "toml-key",
    "energy = { coal = 1, 烟煤 = 2 }": "toml-key",
    "a.2号炉.x = 1": "toml-key",
    "a = 60 t": "toml-unquoted",
    "a = 2024/9/30": "toml-date",
    "a: 5": "toml-colon",
    "a = 1\na = 2": "toml-twice",
    "[b]\n[b]": "toml-twice",
    "a = 0x" + "f" * 4000: "whole-number-extreme",
    "a" + ".b" * 20_000 + " = 1": "file-too-deep",
    "a = " + "9" * 5000: "whole-number-extreme",
}


@pytest.mark.parametrize(("text", "key"), SLIPS.items(), ids=range(len(SLIPS)))
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_slip_is_told_with_its_line(text, key, lang):
    with pytest.raises(InputError) as caught:
        parsed(f"ok = 1\n{text}\n", "plant.toml")
    (problem,) = caught.value.problems
    assert problem.key == key
    if "line" in problem.values:
        assert str(text.count("\n") + 2) in problem.say(lang)


def test_every_chinese_key_without_quotation_marks_is_told_at_once():
    with pytest.raises(InputError) as caught:
        parsed("名称 = '一厂'\n年份 = 2024\n[[熟料]]\n\"海拔高度\" = '420 m'\ncharging = '捣固'\n", "plant.toml")
    assert [(each.values["line"], each.values["found"]) for each in caught.value.problems] == [
        (1, "名称"),
        (2, "年份"),
        (3, "熟料"),
    ]


def test_signs_within_quotation_marks_and_comments_are_no_slip():
    assert parsed('a = "“x” ＝ １２"  # ＃ “”\n', "plant.toml") == {"a": "“x” ＝ １２"}


def test_standard_input_is_bounded_as_a_file_is(monkeypatch):
    for size in (MOST_BYTES, MOST_BYTES + 1):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"#" * size)))
        if size == MOST_BYTES:
            assert read_document("-") == {}
            continue
        with pytest.raises(InputError, match="larger than 5 MB"):
            read_document("-")


def test_what_is_read_is_kept_of_a_workbook_too(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path, book = tmp_path / "x.xlsx", openpyxl.Workbook()
    book.active.append(["ecdcalc", 1])
    book.save(path)
    seen = {}
    assert read_document(path, seen=seen) == {}
    assert seen == {str(path): path.read_bytes()}


@pytest.mark.parametrize(("depth", "good"), [(29, True), (31, False)])
def test_what_is_nested_too_deep_is_refused(depth, good):
    text = "a = " + "[" * depth + "]" * depth
    if good:
        assert parsed(text, "x")
    else:
        with pytest.raises(InputError, match="nested"):
            parsed(text, "x")
