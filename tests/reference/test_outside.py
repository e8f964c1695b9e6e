import os

import pytest

from ecdcalc.reference.outside import MOST_BYTES, outside_rows, outside_text
from ecdcalc.words.errors import InputError


def key(call, *args):
    with pytest.raises(InputError) as caught:
        call(*args)
    return caught.value.problems[0].key


TEXT = "name = '焦化'\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_the_encoding_is_found(tmp_path, encoding):
    file = tmp_path / "a.toml"
    file.write_bytes((TEXT * 40).encode(encoding))
    assert outside_text(str(file)) == TEXT * 40


@pytest.mark.parametrize("encoding", ["undefined", "no-such", "hex", "a\0b", "idna"])
def test_an_encoding_that_is_none_is_refused(tmp_path, encoding):
    file = tmp_path / "a.toml"
    file.write_bytes("甲".encode())
    assert key(outside_text, str(file), encoding) in ("encoding-unknown", "file-not-encoding")


def test_bytes_of_another_encoding_than_named_are_told_with_their_line(tmp_path):
    file = tmp_path / "a.toml"
    file.write_bytes(b"a = 1\nb = '\xff\xff'\n")
    with pytest.raises(InputError) as caught:
        outside_text(str(file), "gb18030")
    assert "its bytes are not gb18030 (line 2, byte 11)" in str(caught.value) and "--encoding" not in str(caught.value)
    with pytest.raises(InputError, match="neither UTF-8 nor GB18030"):
        outside_text(str(file))
    file.write_bytes("上 = 1\n".encode("utf-16") + b"\x00\xdc\x00")  # 上 has the byte of a line feed in it
    with pytest.raises(InputError, match=r"not utf-16 \(line 2"):
        outside_text(str(file))


def test_what_is_no_plain_file_is_refused_at_once(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert key(outside_text, str(pipe)) == "file-not-plain"
    assert key(outside_text, "/dev/zero") == "file-not-plain"
    assert key(outside_text, str(tmp_path)) == "file-directory"
    assert key(outside_text, "x" * 5000) == "file-unreadable"
    assert key(outside_text, "a\0b") == "file-missing"
    (tmp_path / "large").write_bytes(b"a" * (MOST_BYTES + 1))
    assert key(outside_text, str(tmp_path / "large")) == "file-too-large"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,a\nx,1,2\n", "table-row-broken"),
        ("id,id\nx,1\n", "table-column-twice"),
        ("a\n1\n", "columns-missing"),
        ("", "columns-missing"),
        ("id\n" + "x" * 140_000, "table-broken"),
        ('id\n"a', "table-broken"),
    ],
)
def test_rows_that_are_none(tmp_path, text, expected):
    file = tmp_path / "own.csv"
    file.write_text(text)
    assert key(outside_rows, file, ("id",)) == expected


def test_rows_with_their_lines(tmp_path):
    file = tmp_path / "own.csv"
    file.write_text("id,a\nx\n\ny,2\n")
    assert outside_rows(file, ("id",)) == [(2, {"id": "x", "a": ""}), (4, {"id": "y", "a": "2"})]


@pytest.mark.parametrize("begins", [b"PK\x03\x04\x14\x00", bytes.fromhex("D0CF11E0A1B11AE1")])
def test_a_spreadsheet_under_another_name_is_told_as_one(tmp_path, begins):
    file = tmp_path / "plant.xls"
    file.write_bytes(begins + bytes(range(256)) * 8)
    assert key(outside_text, str(file)) == "file-spreadsheet"
