"""The face for authors: our own plugins, and the example of another's, import from nowhere else."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FACE = ROOT / "src" / "ecdcalc" / "plugin.py"
PLUGINS = sorted(
    file for folder in ("src/ecdcalc/plugins", "examples/plugin-ports/src") for file in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("file", PLUGINS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_plugin_imports_from_the_face_and_from_equations_alone(file):
    modules = {
        node.module
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ecdcalc")
    }
    own = f"ecdcalc.plugins.{file.parent.name}"
    allowed = ("ecdcalc.equations", own)
    shared = {module for module in modules if module.startswith("ecdcalc.plugins.") and not module.startswith(own)}
    assert {each for each in modules - shared if each != "ecdcalc.plugin" and not each.startswith(allowed)} == set()


def test_the_face_stays_short():
    assert len(FACE.read_text(encoding="utf-8").splitlines()) < 100
