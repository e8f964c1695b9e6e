"""The work folder: a part is what its files hold, and rows that do not add up are told."""

import polars
import pytest

from ecdcalc.assessment.tables.work import RAGGED, REJECTS, RESULTS, Count, Work, look
from ecdcalc.words.errors import InputError

ROWS = {"000000": (10, 7), "000001": (5, 5)}


@pytest.fixture
def work(tmp_path):
    work = Work(tmp_path / ".out.csv.parts")
    work.prepare("stamp", resume=False)
    for part, (read, out) in ROWS.items():
        polars.DataFrame({"a": range(out)}).write_ipc(work.file(RESULTS, part))
        polars.DataFrame({"a": range(read - out)}).write_ipc(work.file(REJECTS, part))
        work.note(part, Count(read, out, read - out))
    return work


SIZES = {part: read for part, (read, _) in ROWS.items()}


def test_rows_are_counted_in_the_files(work):
    assert work.counted(SIZES, 15) == Count(15, 12, 3)
    assert all(work.is_done(part, size) for part, size in SIZES.items())


def _without_file(work):
    work.file(REJECTS, "000000").unlink()


def _with_fewer_rows(work):
    polars.DataFrame({"a": range(6)}).write_ipc(work.file(RESULTS, "000000"))


def _torn(work):
    path = work.file(RESULTS, "000000")
    path.write_bytes(path.read_bytes()[:-20])


def _without_note(work):
    (work.folder / "notes" / "000000.json").unlink()


def _with_a_false_note(work):
    work.note("000000", Count(10, 7, 4))


@pytest.mark.parametrize("break_it", [_without_file, _with_fewer_rows, _torn, _without_note, _with_a_false_note])
def test_a_part_that_is_not_what_it_says_is_not_done_and_stops_the_run(work, break_it):
    break_it(work)
    assert not work.is_done("000000", 10)
    assert work.is_done("000001", 5)
    with pytest.raises(InputError, match=r"rows do not add up|says nothing of its rows"):
        work.counted(SIZES, 15)


def test_a_part_that_nobody_made_stops_the_run(work):
    polars.DataFrame({"a": [1]}).write_ipc(work.file(REJECTS, "000009"))
    with pytest.raises(InputError, match="part-000009"):
        work.counted(SIZES, 15)


def test_rows_that_no_part_read_stop_the_run(work):
    with pytest.raises(InputError, match=r"found 15 = 12 \+ 3, not 16 = 12 \+ 4"):
        work.counted(SIZES, 16)


def test_rows_with_odd_cells_are_a_part_of_rejects_alone(work):
    polars.DataFrame({"a": [1, 2]}).write_ipc(work.file(REJECTS, RAGGED))
    work.note(RAGGED, Count(2, 0, 2))
    assert work.counted({**SIZES, RAGGED: 2}, 17) == Count(17, 12, 5)


def test_what_has_appeared_is_told_by_the_receipt(work, tmp_path):
    target = tmp_path / "out.csv"
    (work.folder / "draft").write_text("a\n1\n")
    work.ready("stamp", Count(15, 12, 3), [(work.folder / "draft", target)])
    assert work.is_ready("stamp") and not work.is_ready("another")
    assert work.finished("stamp") is None
    assert work.appear() == Count(15, 12, 3)
    assert {*tmp_path.iterdir()} == {target, work.receipt}
    assert work.finished("stamp") == Count(15, 12, 3)
    assert work.finished("another") is None
    target.write_text("a\n2\n3\n")
    assert work.finished("stamp") is None


def test_a_file_that_was_changed_after_it_appeared_is_not_taken_for_ours(work, tmp_path):
    target = tmp_path / "out.csv"
    (work.folder / "draft").write_text("a\n1\n")
    work.ready("stamp", Count(15, 12, 3), [(work.folder / "draft", target)])
    (work.folder / "draft").unlink()
    target.write_text("another\n")
    with pytest.raises(InputError, match="no longer what the stopped run wrote"):
        work.appear()


def test_a_folder_looks_as_its_files_do(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one").write_text("12")
    assert [each[:2] for each in look(tmp_path / "b")] == [["one", 2]]
    assert look(tmp_path / "none") == []


def test_a_run_that_begins_anew_keeps_no_part(work):
    work.prepare("stamp", resume=True)
    assert work.file(RESULTS, "000000").exists()
    work.prepare("stamp", resume=False)
    assert not work.file(RESULTS, "000000").exists() and work.folder.exists()
