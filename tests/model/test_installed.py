import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from ecdcalc.model.installed import others_installed

CODE = "import sys; from ecdcalc.model.installed import others_installed; assert 'importlib.metadata' not in sys.modules; print(others_installed())"


def asked(*folders, env=None):
    paths = "".join(f"sys.path.insert(0, {str(folder)!r});" for folder in folders)
    done = subprocess.run(
        [sys.executable, "-c", f"import sys;{paths}{CODE}"], check=True, capture_output=True, text=True, env=env
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[ecdcalc.sectors]\nports = ports:sector\n", "True"),
        ("[console_scripts]\nx = y:z\n\n[ecdcalc.sectors]\nsteel = ecdcalc.plugins.steel:sector\n", "False"),
        ("[console_scripts]\nports = ports:sector\n", "False"),
    ],
)
def test_only_a_package_with_a_sector_of_its_own_counts(tmp_path, text, found):
    folder = tmp_path / "ports-1.0.dist-info"
    folder.mkdir()
    folder.joinpath("entry_points.txt").write_text(text, encoding="utf-8")
    assert asked(tmp_path) == found


def test_an_archive_is_looked_into_by_what_reads_archives(tmp_path):
    import zipfile

    archive = tmp_path / "ports.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("ports-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: ports\nVersion: 1.0\n")
        made.writestr("ports-1.0.dist-info/entry_points.txt", "[ecdcalc.sectors]\nports = ports:sector\n")
    assert asked(archive) == "True"


def test_others_are_left_out_where_only_ours_are_asked_for(monkeypatch):
    others = [EntryPoint("ports", "ports:sector", "ecdcalc.sectors")]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **asked: others)
    assert others_installed.__wrapped__() is True
    monkeypatch.setenv("ECDCALC_PLUGINS", "builtin")
    assert others_installed.__wrapped__() is False
