"""The rooms of the package: imports go down only, no circle, few files in the hallway."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

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


FACE = ("", "__main__")
"""The face stands above all rooms: it may import from each, and none imports from it."""
BY_NAME = {
    "": "the public names, each loaded when it is asked for",
    "cli": "its commands, each loaded when it is called",
    "equations.properties": "a library of others, loaded without its package",
    "model.measure": "a measure that is unpickled, from the module that made it",
    "model.sector": "a sector of our own, when it is asked for",
}
"""The modules that import by a name that is made when they run, and what."""


def inside(name):
    """What is imported of the package by a dotted name: a module, or the one that a name stands in."""
    inner = name.removeprefix("ecdcalc").removeprefix(".")
    return inner if inner in KNOWN else inner.rpartition(".")[0]


def imports(text):
    """Every import of the package's own modules, wherever it stands, and every text that names one of them."""
    docs = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docs.add(node.value)
        elif isinstance(node, ast.Import):
            yield from (inside(each.name) for each in node.names if each.name.partition(".")[0] == "ecdcalc")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import"
            if (node.module or "").partition(".")[0] == "ecdcalc":
                yield from (inside(f"{node.module}.{each.name}") for each in node.names)
        elif isinstance(node, ast.Constant) and node not in docs:
            name = str(node.value)
            if name.startswith("ecdcalc.") and name.removeprefix("ecdcalc.") in KNOWN:
                yield inside(name)


def made_names(text):
    """Every import by a name that is no plain text: what it is cannot be read here."""
    for node in ast.walk(ast.parse(text)):
        called = node.func if isinstance(node, ast.Call) else None
        name = getattr(called, "id", getattr(called, "attr", ""))
        if name in ("import_module", "__import__") and not is_readable(node.args[0]):
            yield ast.unparse(node)


def is_readable(argument):
    """Whether a name is plain text, or begins with that of another package or of the module itself, whatever follows."""
    if isinstance(argument, ast.Constant):
        return True
    first = argument.values[0] if isinstance(argument, ast.JoinedStr) else None
    if isinstance(first, ast.FormattedValue) and ast.unparse(first.value) == "__name__":
        return True
    start, dot, _ = str(getattr(first, "value", "")).partition(".")
    return bool(dot) and isinstance(first, ast.Constant) and start != "ecdcalc"


def text_of(file):
    return file.read_text(encoding="utf-8")


def upward(name, text):
    return [
        f"{name} -> {target}"
        for target in imports(text)
        if target in FACE or ORDER.index(target.partition(".")[0]) > ORDER.index(name.partition(".")[0])
    ]


def test_imports_go_down_only():
    assert [each for name, file in KNOWN.items() if name not in FACE for each in upward(name, text_of(file))] == []


def test_no_room_imports_by_a_name_that_it_makes():
    assert {name for name, file in KNOWN.items() if [*made_names(text_of(file))]} == BY_NAME.keys()


@pytest.mark.parametrize(
    "text",
    [
        "import ecdcalc.report.render",
        "def f():\n    from ecdcalc.report.render import render",
        "import_module('ecdcalc.report.render').render()",
        "NAME = 'ecdcalc.report.render'\nimport_module(NAME)",
        "sys.modules['ecdcalc.report']",
        "import ecdcalc\necdcalc.assess",
        "from ecdcalc import assess",
    ],
)
def test_every_way_upward_is_seen(text):
    assert upward("model.plant", text)
    assert not upward("model.plant", '"""As ecdcalc.report does."""\nfrom ecdcalc.words.texts import say')


@pytest.mark.parametrize(
    "call", ["import_module(name)", "importlib.import_module(f'ecdcalc.{x}')", "__import__(a + b)"]
)
def test_a_made_name_is_seen(call):
    assert [*made_names(call)]
    assert not [*made_names("import_module(f'click.{x}')")]


def test_no_circle():
    graph = {name: {*imports(text_of(file))} - {name} for name, file in KNOWN.items() if name}
    assert [*TopologicalSorter(graph).static_order()]  # raises CycleError with the names


def test_the_hallway_is_short():
    assert len([*SOURCE.glob("*.py")]) <= 6


def test_a_sector_imports_the_face_for_authors_the_equations_and_itself():
    found = {
        f"{name} -> {target}"
        for name, file in KNOWN.items()
        if name.startswith("plugins.")
        for target in imports(text_of(file))
        if target not in ("plugin", "plugins")
        and not f"{target}.".startswith(("equations.", f"plugins.{name.split('.')[1]}."))
    }
    assert found == set()
