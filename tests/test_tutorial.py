"""The tutorial runs as it is written, in an empty folder."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

TEXT = Path("docs/tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```(console|python)\n(.*?)```", re.DOTALL)


def test_every_command_and_every_line_of_the_tutorial_runs(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(Path("src").resolve())}
    ran = []
    for kind, block in BLOCK.findall(TEXT):
        if kind == "python":
            command, target = [sys.executable, "-c", block], ""
        else:
            words, _, target = block.removeprefix("$ ").strip().partition(" > ")
            command = [sys.executable, "-m", *shlex.split(words)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
        assert done.returncode == 0, (block, done.stderr)
        assert done.stdout.strip(), block
        if target:
            (tmp_path / target).write_text(done.stdout, encoding="utf-8")
        ran.append(kind)
    assert ran.count("console") == 4 and ran.count("python") == 2
