"""Faults that really happen to a run: kills at any moment, two runs, files that change, closed doors."""

import os
import signal
import subprocess
import sys
import time

import polars
import pytest

from ecdcalc.assessment.tables.batch import run_batch
from ecdcalc.assessment.tables.work import REJECTS, RESULTS
from ecdcalc.words.errors import InputError

COMMAND = [sys.executable, "-m", "ecdcalc", "portfolio", "--sector", "coking", "--process", "battery", "--year", "2025",
           "--grid-year", "2023"]  # fmt: skip
RUN = """
import os, signal, sys, time
from pathlib import Path
from ecdcalc.assessment.tables import batch, work
from ecdcalc.assessment.tables.batch import Batch, run_batch
from ecdcalc.words.errors import InputError

def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

source, output, change = sys.argv[1:]
exec(change)
try:
    done = run_batch(Batch(source, Path(output), Path(output).parent / "out.rejects.csv",
        {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}, size=100,
        resume="RESUME" in change, group_by=("charging",)))
except InputError as error:
    sys.exit(str(error))
print(done.rows, done.out, done.aside, done.already)
"""
MOMENTS = {
    "when all is made": "batch.Work.ready = die",
    "before anything appears": "batch.Work.appear = die",
    "when one file has appeared": """
replace, seen = Path.replace, []
def once(path, target):
    found = replace(path, target)
    if Path(target).parent == Path(output).parent:
        die()
    return found
Path.replace = once
""",
    "before the last tidy": "batch.Work.remove = die",
    "in the last tidy": "work.shutil.rmtree = lambda path, **more: die() if Path(path).exists() else None",
}
SLOW = "write = batch._write\nbatch._write = lambda *a, **k: (time.sleep(0.05), write(*a, **k))"
HELD = """
go, write = Path(output).with_name(".go"), batch._write
def wait(*a, **k):
    write(*a, **k)
    while not go.exists():
        time.sleep(0.01)
batch._write = wait
"""


def run(source, output, change=""):
    return subprocess.run(
        [sys.executable, "-c", RUN, str(source), str(output), change], capture_output=True, text=True, check=False
    )


def written(folder):
    """Return what is in the files of a folder, hidden ones apart."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def wanted(thousand, tmp_path_factory):
    """What an undisturbed run gives, as a file and as a folder."""
    found = {}
    for name in ("out.parquet", "out"):
        folder = tmp_path_factory.mktemp("wanted")
        thousand.write_parquet(folder.parent / "thousand.parquet")
        assert run(folder.parent / "thousand.parquet", folder / name).stdout == "1000 857 143 False\n"
        found[name] = written(folder)
    return found


@pytest.mark.parametrize("name", ["out.parquet", "out"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_the_end_and_resumed(plants, tmp_path, wanted, name, moment):
    here = tmp_path / "here"
    here.mkdir()
    killed = run(plants, here / name, MOMENTS[moment])
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    resumed = run(plants, here / name, "'RESUME'")
    assert resumed.returncode == 0, resumed.stderr
    assert resumed.stdout.startswith("1000 857 143")
    assert written(here) == wanted[name]
    again = run(plants, here / name, "'RESUME'")
    assert again.stdout == "1000 857 143 True\n", again.stderr
    assert written(here) == wanted[name]
    assert not [*here.glob(".*.parts"), *here.glob(".*.spent"), *here.glob(".*.lock")]


def test_killed_at_any_moment_and_resumed(plants, tmp_path, wanted):
    here = tmp_path / "here"
    here.mkdir()
    for pause in (0.6, 0.9, 1.2):
        process = subprocess.Popen(
            [sys.executable, "-c", RUN, str(plants), str(here / "out.parquet"), SLOW + " # RESUME"]
        )
        time.sleep(pause)
        process.kill()
        process.wait()
    assert run(plants, here / "out.parquet", "'RESUME'").returncode == 0
    assert written(here) == wanted["out.parquet"]


def test_two_runs_on_one_output(plants, tmp_path, wanted):
    """The second is refused and touches nothing; with another input too."""
    here, other = tmp_path / "here", tmp_path / "other.parquet"
    here.mkdir()
    polars.read_parquet(plants).head(300).write_parquet(other)
    first = subprocess.Popen(
        [sys.executable, "-c", RUN, str(plants), str(here / "out.parquet"), HELD], stdout=subprocess.PIPE, text=True
    )
    rejects = here / ".out.parquet.parts" / "rejects"
    deadline = time.monotonic() + 60
    while not [*rejects.glob("part-*")] and time.monotonic() < deadline:
        time.sleep(0.01)
    for source in (plants, other):
        second = subprocess.run(
            [*COMMAND, "--input", str(source), "--output", str(here / "out.parquet")], capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert second.returncode == 2
        assert f"another run writes here (process {first.pid}" in second.stderr
    (here / ".go").touch()
    assert first.communicate()[0] == "1000 857 143 False\n"
    assert written(here) == wanted["out.parquet"]


def test_pairs_started_together(plants, tmp_path, wanted):
    """Whoever comes first wins; what stands there is one run's, whole."""
    here = tmp_path / "here"
    here.mkdir()
    for _ in range(3):
        pair = [
            subprocess.Popen([sys.executable, "-c", RUN, str(plants), str(here / "out.parquet"), ""],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]  # fmt: skip
        said = [each.communicate() for each in pair]
        codes = sorted(each.returncode for each in pair)
        assert codes in ([0, 0], [0, 1]), said
        assert all("another run writes here" in error for _, error in said if error)
        assert written(here) == wanted["out.parquet"]


def test_a_finished_part_that_is_lost_is_computed_again(batch, plants, tmp_path, wanted):
    def stop(done, rows):
        if done == 500:
            raise KeyboardInterrupt

    here = tmp_path / "here"
    here.mkdir()
    with pytest.raises(KeyboardInterrupt):
        run_batch(batch(here, plants, group_by=("charging",)), stop)
    work = batch(here, plants).work
    work.file(REJECTS, "000001").unlink()
    work.file(RESULTS, "000002").unlink()
    done = run_batch(batch(here, plants, group_by=("charging",), resume=True))
    assert (done.rows, done.out, done.aside) == (1000, 857, 143)
    assert written(here) == wanted["out.parquet"]


@pytest.mark.parametrize("kind", [RESULTS, REJECTS])
def test_a_part_that_is_lost_under_the_run_fails_loudly(batch, plants, tmp_path, kind):
    job = batch(tmp_path, plants)

    def lose(done, rows):
        if done == 1000:
            job.work.file(kind, "000003").unlink()

    with pytest.raises(InputError, match=r"part-000003.*rows do not add up"):
        run_batch(job, lose)
    assert not (tmp_path / "out.parquet").exists() and not (tmp_path / "out.rejects.csv").exists()
    assert run_batch(batch(tmp_path, plants, resume=True)).out == 857


def test_input_that_is_written_anew_under_the_run(batch, plants, tmp_path):
    def change(done, rows):
        if done == 500:
            polars.read_parquet(plants).reverse().write_parquet(plants)

    with pytest.raises(InputError, match=r"plants\.parquet: changed while it was read"):
        run_batch(batch(tmp_path, plants), change)
    assert [*tmp_path.iterdir()] == [plants]


def test_input_that_is_cut_off_under_the_run(batch, thousand, tmp_path):
    source = tmp_path / "plants.parquet"
    thousand.write_parquet(source, row_group_size=100)
    size = source.stat().st_size
    with pytest.raises(InputError, match="changed while it was read"):
        run_batch(batch(tmp_path, source), lambda done, rows: done == 300 and os.truncate(source, size // 2))
    assert [*tmp_path.iterdir()] == [source]


def test_a_csv_file_that_grows_under_the_run(batch, thousand, tmp_path):
    source = tmp_path / "plants.csv"
    thousand.write_csv(source)

    def grow(done, rows):
        if done == 300:
            with source.open("a", encoding="utf-8") as file:
                file.write(",".join("1" for _ in thousand.columns) + "\n")

    with pytest.raises(InputError, match=r"plants\.csv: changed while it was read"):
        run_batch(batch(tmp_path, source), grow)
    assert [*tmp_path.iterdir()] == [source]


@pytest.mark.parametrize(
    "options",
    [["--sector", "stel"], ["--process", "batery"], ["--plan", "nowhere"], ["--group-by", "county"]],
)
def test_a_refused_run_leaves_nothing_behind(plants, tmp_path, options):
    refused = subprocess.run(
        [*COMMAND, "--input", str(plants), "--output", str(tmp_path / "out.parquet"), *options], capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    assert [*tmp_path.iterdir()] == [plants]


@pytest.fixture
def closed_folder(tmp_path):
    """A folder in which nothing can be written, not even by root."""
    folder = tmp_path / "closed"
    folder.mkdir()
    if os.geteuid():
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
        return
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("root writes everywhere, and a read-only disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_folder_that_is_read_only(batch, plants, closed_folder):
    with pytest.raises(InputError, match="no permission"):
        run_batch(batch(closed_folder, plants))
    assert not [*closed_folder.iterdir()]


def test_rejects_that_go_to_another_disk(batch, plants, tmp_path):
    """A file cannot be moved from disk to disk at once: it is made where it will stand."""
    if not os.path.isdir("/dev/shm") or os.stat("/dev/shm").st_dev == tmp_path.stat().st_dev:  # noqa: PTH112, PTH116
        pytest.skip("there is no second disk")
    rejects = type(tmp_path)(f"/dev/shm/ecdcalc-{os.getpid()}.csv")
    try:
        assert run_batch(batch(tmp_path, plants, rejects=rejects)).aside == 143
        assert len(polars.read_csv(rejects)) == 143
        assert not [*rejects.parent.glob(f".{rejects.name}*")]
    finally:
        rejects.unlink(missing_ok=True)


def test_nobody_listens(plants, tmp_path):
    """A closed error stream, and one whose reader is gone, do not touch the output."""
    arguments = [*COMMAND, "--input", str(plants), "--output"]
    closed = subprocess.run(
        ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *arguments, str(tmp_path / "a.parquet")], check=False
    )
    assert closed.returncode == 0
    reading, writing = os.pipe()
    os.close(reading)
    piped = subprocess.run([*arguments, str(tmp_path / "b.parquet")], stderr=writing, check=False)
    os.close(writing)
    assert piped.returncode in (0, 1)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    assert not [*tmp_path.glob(".*.parts"), *tmp_path.glob(".*.lock")]


def in_locale(source, output, **more):
    """Run the command where there is no home and the system knows ASCII only; names and messages are Chinese."""
    plain = {key: value for key, value in os.environ.items() if key not in ("HOME", "LANG", "PYTHONUTF8", "USER")}
    return subprocess.run(
        [*COMMAND, "--input", str(source), "--output", str(output), "--lang", "zh"], env={**plain, "LC_ALL": "C", **more},
        capture_output=True, check=False,
    )  # fmt: skip


def test_no_home_and_the_plainest_locale(plants, tmp_path):
    source = tmp_path / "企业.csv"
    polars.read_parquet(plants).with_columns(name=polars.lit("河津焦化")).write_csv(source)
    done = in_locale(source, tmp_path / "结果.csv")
    assert done.returncode == 0, done.stderr
    results = polars.read_csv(tmp_path / "结果.csv")
    assert results.height == 857 and results["name"][0] == "河津焦化"


def test_a_name_that_is_no_text_is_refused(plants, tmp_path):
    plants.rename(tmp_path / "企业.parquet")
    refused = in_locale(tmp_path / "企业.parquet", tmp_path / "out.csv", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert refused.returncode == 2
    assert b"Traceback" not in refused.stderr
    assert len([*tmp_path.iterdir()]) == 1


STEEL = [sys.executable, "-m", "ecdcalc", "template", "steel"]


def test_a_reader_that_goes_away_and_a_full_device():
    head = subprocess.run(["sh", "-c", '"$@" | head -c 1', "sh", *STEEL], capture_output=True, check=False)
    assert len(head.stdout) == 1 and b"Traceback" not in head.stderr
    closed = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", *STEEL], capture_output=True, check=False)
    assert closed.returncode == 0 and not closed.stderr
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        refused = subprocess.run(STEEL, stdout=full, stderr=subprocess.PIPE, check=False)
    assert refused.returncode == 2
    assert b"disk is full" in refused.stderr and b"Traceback" not in refused.stderr
