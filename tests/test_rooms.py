"""The rooms of the package: imports go down only, no circle, few files in the hallway."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "ecdcalc"
ORDER = (
    "_version", "words", "numbers", "reference", "equations", "model", "plugin", "plugins", "read", "assessment",
    "decide", "report", "testing", "cli",
)  # fmt: skip
"""From the ground floor up; what stands further right may import what stands further left."""


def modules():
    for file in sorted(SOURCE.rglob("*.py")):
        parts = file.relative_to(SOURCE).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


KNOWN = dict(modules())


def imports(file):
    """Every import of the package's own modules, wherever it stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ecdcalc"):
            module = node.module.removeprefix("ecdcalc").removeprefix(".")
            for each in node.names:
                inner = f"{module}.{each.name}".removeprefix(".")
                yield inner if inner in KNOWN else module


def test_imports_go_down_only():
    face = ("", "__main__")
    upward = [
        f"{name} -> {target}"
        for name, file in KNOWN.items()
        if name not in face
        for target in imports(file)
        if ORDER.index(target.partition(".")[0]) > ORDER.index(name.partition(".")[0])
    ]
    assert upward == []


def test_no_circle():
    graph = {name: {*imports(file)} - {name} for name, file in KNOWN.items() if name}
    assert [*TopologicalSorter(graph).static_order()]  # raises CycleError with the names


def test_the_hallway_is_short():
    assert len([*SOURCE.glob("*.py")]) <= 6
