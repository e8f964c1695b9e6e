"""What a mutant is: one small change of one file, such as `+` for `-`, `<` for `<=`, 2 for 1, a bound the other way."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

_SWAPPED: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
_BOUNDS = {"gt": "ge", "ge": "gt", "lt": "le", "le": "lt"}
_ORDERED = {"where", "first_of", "at_least", "at_most", "min", "max"}
_OTHER = {"min": "max", "max": "min", "at_least": "at_most", "at_most": "at_least", "any": "all", "all": "any"}


@frozen
class Mutant:
    """One change: which file, the lines of the statement it is in, what became of what, and the file with it."""

    file: Path
    first: int
    last: int
    imported: bool
    change: str
    text: str


@frozen
class Site:
    """A place where something can be changed, before it is."""

    file: Path
    number: int
    way: int


def sites(file: Path) -> list[Site]:
    """Return every change that can be made to a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [Site(file, number, way) for number, node in enumerate(_nodes(tree)) for way in range(_ways(node))]


def mutant(site: Site) -> Mutant:
    """Return the change made."""
    tree = ast.parse(site.file.read_text(encoding="utf-8"))
    node = list(_nodes(tree))[site.number]
    before = ast.unparse(node)
    first, last = getattr(node, "lineno", 1), getattr(node, "end_lineno", 1) or 1
    imported = not _in_body(tree, node)
    _change(node, site.way)
    return Mutant(site.file, first, last, imported, f"{before}  ->  {ast.unparse(node)}", ast.unparse(tree))


def _nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what runs: no annotations, no texts, nothing that is for a checker of types alone."""
    if isinstance(tree, ast.If) and isinstance(tree.test, ast.Name) and tree.test.id == "TYPE_CHECKING":
        return
    yield tree
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "type_params"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield from _nodes(each)


def _ways(node: ast.AST) -> int:
    if isinstance(node, (ast.BinOp, ast.BoolOp)):
        if (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)) or _is_text(node):
            return 0
        return len(_SWAPPED.get(type(node.op), ()))
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return len(_SWAPPED.get(type(node.ops[0]), ()))
    if isinstance(node, ast.Constant):
        return 1 if isinstance(node.value, (bool, int, float)) else 0
    if isinstance(node, ast.UnaryOp):
        return int(isinstance(node.op, (ast.USub, ast.Not)))
    if isinstance(node, ast.keyword):
        return int(node.arg in _BOUNDS)
    if isinstance(node, (ast.If, ast.IfExp)):
        return 1
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        swaps = (
            node.func.id in _ORDERED and len(node.args) > 1 and not any(isinstance(a, ast.Starred) for a in node.args)
        )
        return (node.func.id in ("where", "first_of") and swaps) + (node.func.id in _OTHER)
    return 0


def _change(node: ast.AST, way: int) -> None:
    if isinstance(node, (ast.BinOp, ast.BoolOp)):
        node.op = _SWAPPED[type(node.op)][way]()  # type: ignore[assignment]
    elif isinstance(node, ast.Compare):
        node.ops = [_SWAPPED[type(node.ops[0])][way]()]  # type: ignore[list-item]
    elif isinstance(node, ast.Constant):
        node.value = (not node.value) if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.UnaryOp):
        operand = copy.copy(node.operand)
        node.op = ast.UAdd() if isinstance(node.op, ast.USub) else ast.Not()
        if isinstance(node.op, ast.Not):
            node.operand = ast.UnaryOp(ast.Not(), operand)
    elif isinstance(node, ast.keyword):
        node.arg = _BOUNDS[node.arg]
    elif isinstance(node, (ast.If, ast.IfExp)):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Call):
        swaps = node.func.id in ("where", "first_of")
        if swaps and way == 0:
            node.args = [*node.args[:-2], node.args[-1], node.args[-2]]
        else:
            node.func = ast.Name(_OTHER[node.func.id], ast.Load())


def _is_text(node: ast.AST) -> bool:
    """Tell whether something is put together of texts or unions of types, where another sign is no likely mistake."""
    return isinstance(node, ast.BinOp) and any(
        isinstance(each, ast.JoinedStr) or (isinstance(each, ast.Constant) and isinstance(each.value, str))
        for each in (node.left, node.right)
    )


def _in_body(tree: ast.AST, wanted: ast.AST) -> bool:
    """Tell whether a node runs when a function is called, and not when its module is imported."""
    return any(
        each is wanted
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.Lambda))
        for statement in (function.body if isinstance(function.body, list) else [function.body])
        for each in ast.walk(statement)
    )
