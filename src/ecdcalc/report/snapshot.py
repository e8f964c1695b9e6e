"""Snapshots: a result with all that it was computed from, to be computed again years later.

A snapshot (`.ecd.json`) holds the plant as it was read, the user's own tables, every published value and limit that
the result rests on, the versions, and the result with a checksum. `rerun` computes it again with today's package and
says whether the digits are the same, and if not, which factor, limit or target has changed, or that the code has.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from ecdcalc._version import __version__
from ecdcalc.assessment.plant import Assessment, assess
from ecdcalc.assessment.result import Findings
from ecdcalc.model.plant import Plant
from ecdcalc.read.own_measures import load_own_measures
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.factors import Factor, load_own_factors
from ecdcalc.reference.limits import load_own_limits
from ecdcalc.reference.outside import decoded, outside_bytes
from ecdcalc.reference.plan import Plan
from ecdcalc.words.errors import InputError, Problem

EDITION = 1
SUFFIX = ".ecd.json"
_MOST = 50_000_000
_SIDE = ("factors", "limits", "measures", "plan")


@frozen
class Change:
    """What is not as it was: a kind (`factor`, `limit`, `target`, `version`, `result`), where, then and now."""

    kind: str
    place: str
    before: Any
    after: Any


@frozen
class Rerun:
    """A snapshot computed again: what has changed in the data and in the code, and in the result."""

    result: Assessment
    changes: tuple[Change, ...]
    differences: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether the result has the same digits."""
        return not self.differences


def snapshot(result: Assessment, files: Mapping[str, str] | None = None, lang: str = "en") -> str:
    """Return the text of a snapshot.

    `files` are the texts of the user's own tables, by what they are: factors, limits, measures, plan.
    """
    content = {
        "snapshot": EDITION,
        "ecdcalc": __version__,
        "lang": lang,
        "basis": result.basis,
        "document": result.plant.document,
        "files": {name: text for name, text in (files or {}).items() if text},
        "factors": _factors(result),
        "limits": _limits(result),
        "targets": _targets(result.plant),
        "result": result.to_dict(lang),
    }
    plain = json.loads(json.dumps(content, ensure_ascii=False, default=_plain))
    return json.dumps({**plain, "sha256": checksum(plain)}, ensure_ascii=False, indent=1)


def _plain(value: Any) -> str:
    """Return what JSON does not know as text: a date of a plant file."""
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def checksum(content: Mapping[str, Any]) -> str:
    """Return the checksum of a snapshot without it."""
    bare = {key: value for key, value in content.items() if key != "sha256"}
    return hashlib.sha256(json.dumps(bare, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def read_snapshot(path: str) -> dict[str, Any]:
    """Return the content of a snapshot.

    Raises `InputError` for a file that is none, that was edited, or that is of a later edition.
    """
    try:
        content = json.loads(decoded(outside_bytes(path, _MOST), path))
    except (ValueError, RecursionError) as error:
        raise InputError([Problem(path, "snapshot-not-json", {"reason": str(error)[:80]})]) from None
    edition = content.get("snapshot") if isinstance(content, dict) else None
    if not isinstance(edition, int) or isinstance(edition, bool):
        raise InputError([Problem(path, "snapshot-none", {})])
    if edition > EDITION:
        raise InputError([Problem(path, "snapshot-later", {"found": edition, "known": EDITION})])
    if content.get("sha256") != checksum(content):
        raise InputError([Problem(path, "snapshot-edited", {})])
    return dict(content)


def rerun(path: str) -> Rerun:
    """Compute a snapshot again. Raises `InputError` where it cannot be read, or is refused today."""
    content = read_snapshot(path)
    result = assess(_plant(content), basis=content["basis"])
    now = json.loads(json.dumps(result.to_dict(content["lang"]), ensure_ascii=False, default=_plain))
    changes = [
        *_changed("factor", content["factors"], _factors(result)),
        *_changed("limit", content["limits"], _limits(result)),
        *_changed("target", content["targets"], _targets(result.plant)),
    ]
    if content["ecdcalc"] != __version__:
        changes.append(Change("version", "ecdcalc", content["ecdcalc"], __version__))
    before = {key: value for key, value in content["result"].items() if key != "ecdcalc"}
    after = {key: value for key, value in now.items() if key != "ecdcalc"}
    return Rerun(result, tuple(changes), tuple(_differences(before, after, "")))


def _plant(content: Mapping[str, Any]) -> Plant:
    """Return the plant of a snapshot, with the user's own tables laid over ours as they were."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name in _SIDE:
            if text := content["files"].get(name):
                paths[name] = Path(folder) / f"{name}{'.toml' if name == 'plan' else '.csv'}"
                paths[name].write_text(text, encoding="utf-8", newline="")

        def own(name: str, read: Callable[[Path], Any]) -> Any:
            return read(paths[name]) if name in paths else None

        return read_plant(
            content["document"],
            factors=own("factors", load_own_factors),
            limits=own("limits", load_own_limits),
            measures=own("measures", load_own_measures),
            plan=str(paths.get("plan", "")),
        )


def _factors(result: Findings) -> dict[str, Any]:
    """Return every published value that the result rests on, by id."""
    found: dict[str, Factor] = {}
    for each in result.processes:
        for state in (each.baseline, each.reporting):
            for term in state.values():
                leaves = (leaf.origin.factor for leaf in term.leaves() if leaf.origin and leaf.origin.factor)
                found |= {factor.id: factor for factor in leaves}
        for step in each.case.steps:
            found |= {origin.factor.id: origin.factor for origin in step.origins.values() if origin.factor}
    return {
        id: {"value": factor.value, "unit": factor.unit.text, "document": factor.document, "grade": factor.confidence}
        for id, factor in sorted(found.items())
    }


def _limits(result: Findings) -> dict[str, Any]:
    """Return every limit that a process is graded by, by id."""
    limits = [grade.limit for each in result.processes for grade in each.grades]
    return {each.id: {"levels": [*each.levels], "unit": each.unit.text, "standard": each.standard} for each in limits}


def _targets(plant: Plant) -> dict[str, Any]:
    plan: Plan | None = plant.plan
    return {each.id: [each.indicator, each.op, each.against or each.limit] for each in plan.target} if plan else {}


def _changed(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for id in sorted({*before, *after}):
        if before.get(id) != after.get(id):
            yield Change(kind, id, before.get(id), after.get(id))


def _differences(before: Any, after: Any, place: str) -> Iterator[Change]:
    """Yield every value of the result that is not the same; what was added since is no difference."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            yield from _differences(value, after.get(key), f"{place}.{key}".removeprefix("."))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences(one, other, f"{place}[{number}]")
    elif before != after:
        yield Change("result", place, before, after)
