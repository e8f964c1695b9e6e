"""One run at a time on one output; what a dead run left is told and taken over."""

import json
import os
import signal
import subprocess
import sys

import pytest

from ecdcalc.assessment.tables import lock
from ecdcalc.assessment.tables.lock import lock_of, locked
from ecdcalc.words.errors import InputError

HOLD = """
import sys
from pathlib import Path
from ecdcalc.assessment.tables.lock import locked
with locked([Path(sys.argv[1])], print):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    target = tmp_path / "out.parquet"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process, target
    process.kill()
    process.communicate()


def test_a_held_target_is_refused_and_its_owner_named(holder):
    process, target = holder
    with pytest.raises(InputError, match=f"process {process.pid} "), locked([target], pytest.fail):
        pass
    assert lock_of(target).exists()  # it is the other's


def test_the_same_file_under_another_name_is_the_same_lock(holder, tmp_path):
    _, target = holder
    (tmp_path / "link.parquet").symlink_to(target)
    for other in (tmp_path / "link.parquet", tmp_path / "." / ".." / tmp_path.name / "out.parquet"):
        with pytest.raises(InputError, match="another run"), locked([other], pytest.fail):
            pass


def test_a_lock_of_a_killed_process_is_told_and_taken_over(holder):
    process, target = holder
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert lock_of(target).exists()
    said = []
    with locked([target], said.append):
        assert json.loads(lock_of(target).read_text())["process"] == os.getpid()
    assert [(each.key, each.values["process"]) for each in said] == [("lock-taken-over", process.pid)]
    assert not lock_of(target).exists()


def test_locks_go_with_the_run_even_if_it_fails(tmp_path):
    targets = [tmp_path / "a.csv", tmp_path / "b.csv"]
    with pytest.raises(KeyboardInterrupt), locked(targets, pytest.fail):
        assert len([*tmp_path.iterdir()]) == 2
        raise KeyboardInterrupt
    assert not [*tmp_path.iterdir()]


def test_what_is_no_note_in_a_lock_file_is_no_owner(tmp_path):
    lock_of(tmp_path / "a.csv").write_bytes(b"\xff\x00[")
    with locked([tmp_path / "a.csv"], pytest.fail):
        pass


def test_a_lock_file_that_was_removed_meanwhile_is_made_again(tmp_path, monkeypatch):
    """Its owner took it away between our opening and our holding: what is held then is no more the file there."""
    target, taken = tmp_path / "out.parquet", []

    def take(handle):
        if not taken:
            lock_of(target).unlink()
            lock_of(target).write_text("", encoding="utf-8")
        taken.append(handle)
        real(handle)

    real = lock._take
    monkeypatch.setattr(lock, "_take", take)
    with locked([target], print):
        assert len(taken) == 2
        assert json.loads(lock_of(target).read_text(encoding="utf-8"))["process"] == os.getpid()
