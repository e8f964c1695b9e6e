import pytest
from conftest import EXAMPLES

from ecdcalc import assess, load_plant
from ecdcalc.numbers.trace import used
from ecdcalc.report.paper.mathematics import mathematics

A, B, C = ["name", "a"], ["name", "b.c[0]"], ["name", "0.5"]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("a", A),
        ("a × b.c[0] / 0.5", ["/", ["×", A, B], C]),
        ("a / (b.c[0] + 0.5)", ["/", A, ["+", B, C]]),
        ("(a − b.c[0]) × 0.5", ["×", ["brackets", ["−", A, B]], C]),
        ("a − b.c[0] − 0.5", ["−", ["−", A, B], C]),
        ("(a − b.c[0]) ^ (0.5 + a)", ["^", ["brackets", ["−", A, B]], ["+", C, A]]),
        ("exp(−a, b.c[0])", ["call", "exp", [["negative", A], B]]),
        ("|a − 0.5|", ["absolute", ["−", A, C]]),
        ("a < b.c[0] and a ≥ 0.5", ["and", ["<", A, B], ["≥", A, C]]),
        ("energy.coking-coal.amount × x", ["×", ["name", "energy.coking-coal.amount"], ["name", "x"]]),
    ],
)
def test_the_text_of_terms_is_read_back(text, nodes):
    assert mathematics(text) == nodes


@pytest.mark.parametrize("text", ["", "a +", "(a", "a b", ") a", "a × × b", "(" * 5000, "a + )", "(a,", "a)"])
def test_what_terms_do_not_write_stays_text(text):
    assert mathematics(text) == ["text", text]


def written(node):
    """Write nodes as terms do, to be held against the text."""
    kind = node[0]
    if kind in ("name", "text"):
        return node[1]
    if kind == "call":
        return f"{node[1]}({', '.join(map(written, node[2]))})"
    inner = [written(each) for each in node[1:]]
    if kind in ("brackets", "negative", "absolute"):
        return {"brackets": "({})", "negative": "−{}", "absolute": "|{}|"}[kind].format(*inner)
    return f"{inner[0]} {kind} {inner[1]}"


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.toml")), ids=lambda file: file.stem)
def test_every_formula_of_every_example_is_mathematics(file):
    seen = set()
    for process in assess(load_plant(str(file))).processes:
        left = [*process.baseline.values(), *process.reporting.values()]
        while left:
            term = left.pop()
            if id(term) in seen or term.formula is None:
                continue
            seen.add(id(term))
            left += used(term.formula)
            nodes = mathematics(term.formula.text)
            if nodes[0] == "text":
                assert "(" in nodes[1] or " " in nodes[1] or not nodes[1], nodes
            bare = str.maketrans("", "", "() ?")
            assert written(nodes).translate(bare) == term.formula.text.translate(bare)
    assert seen
