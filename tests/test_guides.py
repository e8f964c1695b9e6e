"""The commands of the Chinese guides run as they are written, in a folder that has the examples."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from ecdcalc.cli import main

ROOT = Path(__file__).parent.parent
GUIDES = sorted((ROOT / "docs" / "zh").glob("*.md"))
BLOCK = re.compile(r"```(?:sh)?\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda each: each.stem)
def test_every_command_of_a_guide_runs(guide, tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("plugin-*", "*.py"))
    for name in ("plant", "other", "third"):  # files of the reader's own
        shutil.copy(ROOT / "examples" / "steel.toml", tmp_path / f"{name}.toml")
    shutil.copytree(ROOT / "examples" / "city" / "plants", tmp_path / "plants")
    monkeypatch.chdir(tmp_path)
    lines = [line for block in BLOCK.findall(guide.read_text(encoding="utf-8")) for line in block.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("ecdcalc ")]
    assert commands
    for command in commands:
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, (command, done.output)
