"""The outputs of one process as terms: each knows how it came about and which published values it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ecdcalc.model.process import Field, Origin, Process, lift
from ecdcalc.numbers.algebra import STRAYED
from ecdcalc.numbers.formula import Output, outputs_of, value_of
from ecdcalc.numbers.ops import Number
from ecdcalc.numbers.trace import Named, Term
from ecdcalc.numbers.units import unit

_ONE = unit("1")

State = Mapping[str, Named]


def evaluate(process: Process) -> State:
    """Return every output of a process as a term: value, formula, inputs."""
    return Outputs(process).complete()


class Outputs(Mapping[str, Named]):
    """The outputs of a process as terms, each evaluated when it is first asked for."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._declared = outputs_of(type(process))
        self._found: dict[str, Named] = {}

    @cached_property
    def _traced(self) -> Process:
        return lift(self._process, _named, "")

    def __getitem__(self, name: str) -> Named:
        if name not in self._found:
            self._found[name] = _output(self._traced, name, self._declared[name])
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._declared

    def __iter__(self) -> Iterator[str]:
        return iter(self._declared)

    def __len__(self) -> int:
        return len(self._declared)

    def complete(self) -> State:
        """Return all of them, evaluated."""
        found = Whole(strays=bool(self._found))  # of what was evaluated before, nobody was told
        token = STRAYED.set(found.told)
        try:
            found.update((name, self[name]) for name in self)
        finally:
            STRAYED.reset(token)
        return found


class Whole(dict[str, Named]):
    """All outputs of a process; `strays`: something that was tried for them lies outside the ranges of its formula."""

    def __init__(self, *, strays: bool = False) -> None:
        super().__init__()
        self.strays = strays

    def told(self) -> None:
        """Take note that something strays."""
        self.strays = True


def may_stray(state: State) -> bool:
    """Tell whether something may lie outside the ranges of its formula; where nothing does, nobody need look."""
    return not isinstance(state, Whole) or state.strays


class Values(Outputs):
    """The outputs of a process as numbers alone: how they came about is not kept."""

    def __getitem__(self, name: str) -> Named:
        if name not in self._found:
            self._found[name] = Named(name, value_of(self._process, name), self._declared[name].unit)
        return self._found[name]


def _named(path: str, field: Field, value: Number, origin: Origin | None) -> Named:
    return Named(path, value, field.unit or _ONE, label=(field.en, field.zh), origin=origin, method=field.method)


def _output(process: Process, name: str, declared: Output) -> Named:
    value = value_of(process, name)
    if isinstance(value, Named):
        return value
    label = (declared.en, declared.zh)
    formula = value if isinstance(value, Term) else None
    return Named(name, value if formula is None else formula.value, declared.unit, label=label, formula=formula)
