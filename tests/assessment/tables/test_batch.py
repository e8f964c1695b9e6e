"""Files of plants: nothing lost, whole or not at all, resumed after a kill, clear when the world breaks."""

import os
import resource
import signal
import subprocess
import sys
import time

import polars
import pytest
from polars.testing import assert_series_equal
from pyarrow import parquet

from ecdcalc.assessment.tables import batch as run
from ecdcalc.assessment.tables.batch import run_batch
from ecdcalc.assessment.tables.invented import invented
from ecdcalc.assessment.tables.portfolio import portfolio
from ecdcalc.assessment.tables.rollup import adds_up
from ecdcalc.assessment.tables.sheet import write_sheet
from ecdcalc.read.table import Mapped, read_mapping, units_of
from ecdcalc.words.errors import InputError, Problem

OPTIONS = {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}
GOOD = "coke [万t],charging,quenching,energy.coking-coal [万t]\n60,stamp,wet,81\n130,top,dry,175\n"


def coke(path):
    return polars.read_parquet(path)["baseline.energy [tce]"].to_list()


def test_rows_in_are_rows_out_and_rows_set_aside(batch, plants, tmp_path):
    done = run_batch(batch(tmp_path, plants))
    results, rejects = polars.read_parquet(tmp_path / "out.parquet"), polars.read_csv(tmp_path / "out.rejects.csv")
    assert (done.rows, done.out, done.aside) == (1000, results.height, rejects.height)
    assert sorted([*results["row"], *rejects["row"]]) == [*range(1, 1001)]
    assert rejects.row(0, named=True)["row"] == 4
    assert [str(rejects.row(0, named=True)[key]) for key in ("reject_column", "reject_value", "reason")] == [
        "coke [t]", "-1.0", "coke [t]: must be > 0 t"
    ]  # fmt: skip
    assert not list(tmp_path.glob(".*parts"))


def test_parts_do_not_change_the_result(batch, plants, tmp_path):
    run_batch(batch(tmp_path, plants, size=1000))
    whole = polars.read_parquet(tmp_path / "out.parquet")
    run_batch(batch(tmp_path, plants, size=50))
    assert polars.read_parquet(tmp_path / "out.parquet").equals(whole)


def test_units_are_in_the_header_and_in_the_parquet_file(batch, plants, tmp_path):
    run_batch(batch(tmp_path, plants))
    assert units_of(tmp_path / "out.parquet")["baseline.energy [tce]"] == "tce"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_both_encodings(batch, tmp_path, encoding):
    source = tmp_path / "plants.csv"
    source.write_text(GOOD, encoding=encoding)
    assert run_batch(batch(tmp_path, source)).out == 2
    assert coke(tmp_path / "out.parquet")[0] > 0


def test_a_cell_that_is_no_number_sets_its_row_aside(batch, tmp_path):
    source = tmp_path / "plants.csv"
    source.write_text(GOOD + "about 60,stamp,wet,81\nnan,stamp,wet,81\n", encoding="utf-8")
    assert run_batch(batch(tmp_path, source)).aside == 2
    rejects = polars.read_csv(tmp_path / "out.rejects.csv")
    assert rejects["reject_value"].to_list() == ["about 60", "nan"]


def test_units_in_a_row_and_in_a_mapping(batch, tmp_path):
    source, mapping = tmp_path / "plants.csv", tmp_path / "units.toml"
    run_batch(batch(tmp_path, _written(source, GOOD)))
    wanted = coke(tmp_path / "out.parquet")
    bare = "coke,charging,quenching,energy.coking-coal\n"
    rows = "".join(GOOD.splitlines(keepends=True)[1:])
    run_batch(batch(tmp_path, _written(source, f"{bare}万t,,,万t\n{rows}"), units_row=True))
    assert coke(tmp_path / "out.parquet") == wanted
    mapping.write_text(
        '[columns]\n"产量" = "coke"\n[units]\n"产量" = "万t"\n"energy.coking-coal" = "万t"\n', encoding="utf-8"
    )
    source = _written(tmp_path / "zh.csv", f"产量{bare.removeprefix('coke')}{rows}")
    run_batch(batch(tmp_path, source, mapped=read_mapping(mapping)))
    assert coke(tmp_path / "out.parquet") == wanted
    with pytest.raises(InputError, match="unit"):
        run_batch(batch(tmp_path, _written(source, bare + rows), mapped=Mapped()))


def _written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_xlsx(batch, tmp_path):
    pytest.importorskip("fastexcel")
    (tmp_path / "plants.csv").write_text(GOOD, encoding="utf-8")
    write_sheet(polars.scan_csv(tmp_path / "plants.csv"), tmp_path / "plants.xlsx")
    run_batch(batch(tmp_path, tmp_path / "plants.xlsx", output=tmp_path / "out.xlsx"))
    assert polars.read_excel(tmp_path / "out.xlsx").height == 2


def test_folders_and_globs_are_one_table(batch, plants, tmp_path):
    run_batch(batch(tmp_path, plants))
    wanted = coke(tmp_path / "out.parquet")
    folder = tmp_path / "many"
    folder.mkdir()
    for number, part in enumerate(polars.read_parquet(plants).iter_slices(300)):
        part.write_parquet(folder / f"{number}.parquet")
    for source in (folder, folder / "*.parquet"):
        run_batch(batch(tmp_path, source))
        assert coke(tmp_path / "out.parquet") == wanted


def test_files_of_one_table_may_differ_in_order_and_in_kind_of_numbers(batch, plants, tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    whole = polars.read_parquet(plants).with_columns(polars.col("coke [t]").round())
    whole.write_parquet(tmp_path / "whole.parquet")
    run_batch(batch(tmp_path, tmp_path / "whole.parquet"))
    wanted = polars.Series(coke(tmp_path / "out.parquet"))
    first, second, third = (whole.slice(start, size) for start, size in ((0, 300), (300, 300), (600, 400)))
    first.write_parquet(many / "0.parquet")
    second.with_columns(polars.col("coke [t]").cast(polars.Int64)).write_parquet(many / "1.parquet")
    third.select(reversed(third.columns)).write_csv(many / "2.csv")
    run_batch(batch(tmp_path, many))
    assert_series_equal(polars.Series(coke(tmp_path / "out.parquet")), wanted, rel_tol=1e-12)
    assert wanted.count() > 700  # the other batteries lack a heating value


def test_a_torn_file_whose_rows_say_what_they_are(batch, plants, tmp_path):
    frame = polars.read_parquet(plants).with_columns(sector=polars.lit("coking"), process=polars.lit("battery"))
    frame.select("sector", polars.all().exclude("sector")).write_parquet(plants, row_group_size=100)
    whole = bytearray(plants.read_bytes())
    whole[4:30_000] = bytes(29_996)
    plants.write_bytes(whole)
    with pytest.raises(InputError, match="damaged"):
        run_batch(batch(tmp_path, plants, options={"year": 2025, "grid_year": 2023}))


def test_mixed_sectors(batch, tmp_path):
    frames = []
    for sector, process in (("coking", "battery"), ("steel", "sinter"), ("coking", "battery")):
        frame = invented(sector, process, 20)
        good = portfolio(frame, **{**OPTIONS, "sector": sector, "process": process}).results.select(frame.columns)
        frames.append(good.head(5).with_columns(sector=polars.lit(sector), process=polars.lit(process)))
    odd = frames[0].head(1).with_columns(process=polars.lit("batery"))
    polars.concat([*frames, odd], how="diagonal_relaxed").write_parquet(tmp_path / "in.parquet")
    done = run_batch(batch(tmp_path, tmp_path / "in.parquet", options={"year": 2025, "grid_year": 2023}, size=5))
    assert (done.out, done.aside) == (15, 1)
    assert polars.read_parquet(tmp_path / "out.parquet")["row"].to_list() == [*range(1, 16)]
    assert "battery" in polars.read_csv(tmp_path / "out.rejects.csv")["reason"][0]


def test_groups_are_the_sums_of_their_rows(batch, plants, tmp_path):
    run = batch(tmp_path, plants, group_by=("charging", "quenching"))
    run_batch(run)
    rows, groups = polars.read_parquet(run.output), polars.read_parquet(run.grouped)
    assert groups["rows"].sum() == rows.height
    adding = [name for name in rows.columns if adds_up(name)]
    assert "saved.energy [tce]" in adding and "baseline.unit_energy [kgce/t]" not in adding
    for name in adding:
        if rows[name].null_count() < rows.height:
            assert groups[name].sum() == pytest.approx(rows[name].sum(), rel=1e-12)


def test_only_the_columns_asked_for_are_written_and_the_keys_of_groups(batch, plants, tmp_path):
    run_batch(batch(tmp_path, plants, output=tmp_path / "all.parquet"))
    whole = polars.read_parquet(tmp_path / "all.parquet")
    run_batch(batch(tmp_path, plants, options={**OPTIONS, "columns": ("saved.*", "coke [t]")}))
    found = polars.read_parquet(tmp_path / "out.parquet")
    assert found.columns == [name for name in whole.columns if name in ("row", "coke [t]") or name.startswith("saved.")]
    assert found.equals(whole.select(found.columns))


def test_a_column_that_no_result_has_is_refused_with_the_nearest(batch, plants, tmp_path):
    with pytest.raises(InputError) as error:
        run_batch(batch(tmp_path, plants, options={**OPTIONS, "columns": ("saved.enrgy", "saved.*")}))
    (problem,) = error.value.problems
    assert (problem.key, problem.values["near"]) == ("columns-none", "saved.energy [tce]")


def test_formulas_in_text_are_escaped_in_csv(batch, tmp_path):
    source = _written(tmp_path / "plants.csv", "name," + GOOD.replace("\n", "\n=1+1,", 2))
    run_batch(batch(tmp_path, source, output=tmp_path / "out.csv"))
    assert polars.read_csv(tmp_path / "out.csv")["name"].to_list() == ["'=1+1", "'=1+1"]


COMMAND = [sys.executable, "-m", "ecdcalc", "portfolio", "--sector", "coking", "--process", "battery", "--year", "2025"]
SLOW = """
import sys, time
from pathlib import Path
from ecdcalc.assessment.tables import batch
from ecdcalc.assessment.tables.batch import Batch, run_batch
write = batch._write
batch._write = lambda *a, **k: (time.sleep(0.05), write(*a, **k))
folder, source = Path(sys.argv[1]), sys.argv[2]
run_batch(Batch(source, folder / "out.parquet", folder / "out.rejects.csv",
    {"sector": "coking", "process": "battery", "year": 2025, "grid_year": 2023}, size=100))
"""


def test_killed_and_resumed_is_the_same_file_to_the_byte(batch, plants, tmp_path):
    run_batch(batch(tmp_path, plants))
    wanted = (tmp_path / "out.parquet").read_bytes(), (tmp_path / "out.rejects.csv").read_bytes()
    folder = tmp_path / "killed"
    folder.mkdir()
    stopped = subprocess.Popen([sys.executable, "-c", SLOW, str(folder), str(plants)])
    work = folder / ".out.parquet.parts"
    deadline = time.monotonic() + 60
    while len(list(work.glob("results/part-*"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    stopped.send_signal(signal.SIGKILL)
    stopped.wait()
    kept = {path.name: path.stat().st_mtime_ns for path in work.glob("results/part-*")}
    assert 3 <= len(kept) < 10
    assert not (folder / "out.parquet").exists()
    run_batch(batch(folder, plants, resume=True))
    assert ((folder / "out.parquet").read_bytes(), (folder / "out.rejects.csv").read_bytes()) == wanted


def test_parts_of_another_run_are_not_used(batch, plants, tmp_path):
    run = batch(tmp_path, plants, resume=True)
    run.work.folder.mkdir()
    (run.work.folder / "run.json").write_text("another")
    with pytest.raises(InputError, match="another run"):
        run_batch(run)


def test_an_interrupt_leaves_a_resumable_state(batch, plants, tmp_path):
    def interrupt(done, rows):
        if done:
            raise KeyboardInterrupt

    run = batch(tmp_path, plants)
    with pytest.raises(KeyboardInterrupt):
        run_batch(run, interrupt)
    assert len(list(run.work.folder.glob("results/part-*"))) == 1
    assert run_batch(batch(tmp_path, plants, resume=True)).rows == 1000


def test_ctrl_c_on_the_command_leaves_a_resumable_state(plants, tmp_path):
    many = tmp_path / "many.parquet"
    polars.concat([polars.read_parquet(plants)] * 1500).write_parquet(many)
    command = [*COMMAND, "--input", str(many), "--output", str(tmp_path / "many")]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    work = tmp_path / ".many.parts" / "results"
    deadline = time.monotonic() + 60
    while not list(work.glob("part-*")) and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    assert running.returncode == 130, said
    assert "--resume" in said
    assert not (tmp_path / "many").exists()
    subprocess.run([*command, "--resume", "--quiet"], check=True)
    assert polars.read_parquet(tmp_path / "many").height == 857 * 1500


def test_a_truncated_parquet_file(batch, plants, tmp_path):
    whole = plants.read_bytes()
    plants.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match=r"plants\.parquet.*damaged"):
        run_batch(batch(tmp_path, plants))
    assert not (tmp_path / "out.parquet").exists()


def test_a_parquet_file_that_is_torn_inside(batch, plants, tmp_path):
    """The foot of the file is whole, its pages are not: rows are refused, the parts before them stay."""
    polars.read_parquet(plants).write_parquet(plants, row_group_size=100)
    whole = bytearray(plants.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 20_000] = bytes(20_000)
    plants.write_bytes(whole)
    with pytest.raises(InputError, match="damaged"):
        run_batch(batch(tmp_path, plants))
    assert list((tmp_path / ".out.parquet.parts/results").glob("part-*"))
    assert not (tmp_path / "out.parquet").exists()


def test_a_file_that_vanishes(batch, plants, tmp_path):
    run = batch(tmp_path, plants)
    with pytest.raises(InputError, match="No such file"):
        run_batch(run, lambda done, rows: done and plants.unlink(missing_ok=True))
    assert list(run.work.folder.glob("results/part-*"))
    assert not run.output.exists()


def test_csv_rows_with_too_few_or_too_many_cells_are_set_aside(batch, tmp_path):
    head, one, two = GOOD.splitlines()
    lines = [head, "60,stamp", one, "", two, "60,stamp,wet,81,7,8", "-1,stamp,wet,81", one]
    done = run_batch(batch(tmp_path, _written(tmp_path / "plants.csv", "\n".join(lines) + "\n"), size=2))
    assert (done.rows, done.out, done.aside) == (6, 3, 3)
    assert polars.read_parquet(tmp_path / "out.parquet")["row"].to_list() == [2, 3, 6]
    rejects = polars.read_csv(tmp_path / "out.rejects.csv").sort("row")
    assert rejects["row"].to_list() == [1, 4, 5]
    assert rejects["reject_value"].to_list() == ["60,stamp", "60,stamp,wet,81,7,8", "-1"]
    assert rejects["reason"].to_list()[:2] == [
        "the row has 2 cells, the header has 4", "the row has 6 cells, the header has 4"
    ]  # fmt: skip


def test_a_table_of_broken_rows_alone_and_one_without_rows(batch, tmp_path):
    head = GOOD.splitlines()[0]
    for rows, aside in (("60,stamp\n", 1), ("", 0)):
        done = run_batch(batch(tmp_path, _written(tmp_path / "plants.csv", f"{head}\n{rows}")))
        assert (done.rows, done.out, done.aside) == (aside, 0, aside)
        empty = polars.read_parquet(tmp_path / "out.parquet")
        assert empty.height == 0
        assert "saved.energy [tce]" in empty.columns


def test_two_columns_of_one_name_are_refused_and_nothing_is_left_behind(batch, tmp_path):
    source = _written(tmp_path / "plants.csv", "charging,charging\n")
    with pytest.raises(InputError, match="same name: charging"):
        run_batch(batch(tmp_path, source))
    assert [*tmp_path.iterdir()] == [source]


def test_a_folder_of_files(batch, plants, tmp_path):
    run_batch(batch(tmp_path, plants))
    wanted = polars.read_parquet(tmp_path / "out.parquet")
    run_batch(batch(tmp_path, plants, output=tmp_path / "out", group_by=("charging",)))
    assert len(list((tmp_path / "out").iterdir())) == 10
    assert polars.read_parquet(tmp_path / "out").equals(wanted)
    assert (tmp_path / "out.by-charging.parquet").exists()
    with pytest.raises(InputError, match="not empty"):
        run_batch(batch(tmp_path, plants, output=tmp_path / "out"))


def test_an_output_of_another_kind_is_refused(batch, plants, tmp_path):
    with pytest.raises(InputError, match=r"out\.json.*\.parquet, \.csv, \.xlsx"):
        run_batch(batch(tmp_path, plants, output=tmp_path / "out.json"))


def test_a_full_disk(plants, tmp_path):
    """A process that may write no more than so many bytes to a file meets the error in the middle of a part."""

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    arguments = ["--input", str(plants), "--output", str(tmp_path / "out.parquet")]
    full = subprocess.run(
        COMMAND + arguments, preexec_fn=little_room, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert full.returncode == 2, full.stderr
    assert "disk is full" in full.stderr and "--resume" in full.stderr
    assert not (tmp_path / "out.parquet").exists()


def test_no_space_left_on_a_small_disk(batch, plants, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk can be mounted by root only")
    try:
        with pytest.raises(InputError, match="disk is full"):
            run_batch(batch(disk, plants))
        assert list((disk / ".out.parquet.parts/results").glob("part-*"))
        assert not (disk / "out.parquet").exists()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_command(plants, tmp_path):
    arguments = ["--input", str(plants), "--output", str(tmp_path / "out.csv"), "--group-by", "charging"]
    done = subprocess.run(COMMAND + arguments, capture_output=True, text=True, check=True)
    assert done.stderr.startswith("1000 rows: 857 out, 143 set aside")
    assert polars.read_csv(tmp_path / "out.by-charging.csv")["rows"].sum() == 857
    quiet = subprocess.run([*COMMAND, *arguments, "--quiet"], capture_output=True, text=True, check=True)
    assert quiet.stderr == quiet.stdout == ""


def test_many_small_files_do_not_make_many_small_row_groups(batch, plants, tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    for number, part in enumerate(polars.read_parquet(plants).iter_slices(100)):
        part.write_parquet(many / f"{number}.parquet")
    done = run_batch(batch(tmp_path, many, size=100))
    found = parquet.read_metadata(tmp_path / "out.parquet")
    assert (found.num_rows, found.num_row_groups) == (done.out, 1)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_of_a_run_that_fails_at_the_end_no_draft_stays_beside_the_output(
    batch, plants, tmp_path, monkeypatch, elsewhere
):
    """Drafts stand in the work folder, or beside the output where that is on another disk."""

    def lost(*_):
        raise InputError([Problem("out.parquet", "resume-differs", {})])

    if elsewhere:
        monkeypatch.setattr(run, "_draft", lambda _, target: target.with_name(f".{target.name}.draft"))
    monkeypatch.setattr(run, "check_sum", lost)
    with pytest.raises(InputError):
        run_batch(batch(tmp_path, plants))
    assert not list(tmp_path.glob("*.draft")) and not list(tmp_path.glob(".*.draft"))
    assert not (tmp_path / "out.parquet").exists() and not (tmp_path / "out.rejects.csv").exists()


def test_a_table_that_numbers_its_rows_keeps_its_numbers(batch, plants, tmp_path):
    path = tmp_path / "numbered.parquet"
    polars.read_parquet(plants).head(20).with_columns(row=polars.int_range(polars.len()) * 10).write_parquet(path)
    run_batch(batch(tmp_path, path))
    rows = [
        *polars.read_parquet(tmp_path / "out.parquet")["row"],
        *polars.read_csv(tmp_path / "out.rejects.csv")["row"],
    ]
    assert sorted(rows) == [10 * number for number in range(20)]


def test_what_polars_cannot_write_is_told_with_its_words(batch, plants, tmp_path, monkeypatch):
    def refused(*_):
        raise polars.exceptions.ComputeError("the sky falls\nand more")

    monkeypatch.setattr(run, "_write", refused)
    with pytest.raises(InputError) as told:
        run_batch(batch(tmp_path, plants))
    (problem,) = told.value.problems
    assert (problem.place, problem.key) == (str(tmp_path / "out.parquet"), "table-broken")
    assert problem.values["reason"] == "the sky falls"
