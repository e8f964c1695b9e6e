"""Snapshots: a result with all that it was computed from, to be computed again years later.

A snapshot (`.ecd.json`) holds the plant or region as it was read, the user's own tables, every published value and
limit that the result rests on, the versions, and the result with a checksum. `rerun` computes it again with today's
package and says whether the digits are the same, and if not, which factor, limit or target has changed, or that the
code has.
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
from ecdcalc.assessment.region.assess import RegionAssessment, assess_region
from ecdcalc.assessment.region.contract import factor_ids
from ecdcalc.assessment.rests import Rests, all_rests, rests_of
from ecdcalc.read.own_measures import load_own_measures
from ecdcalc.read.plant import read_plant
from ecdcalc.reference.factors import Factor, FactorTable
from ecdcalc.reference.limits import Limit, load_own_limits
from ecdcalc.reference.outside import decoded, outside_bytes
from ecdcalc.reference.own_factors import load_own_factors
from ecdcalc.reference.plan import Plan
from ecdcalc.report.region_snapshot import REGION, region_again, region_content
from ecdcalc.words.errors import InputError, Problem

EDITION = 3
"""Of the form. A snapshot is written in the earliest one that knows what it holds: plants, regions, random draws."""
_OF_PLANT, _OF_REGION = 1, 2
SUFFIX = ".ecd.json"
_MOST = 50_000_000
_OF_ALL = {**dict.fromkeys(("ecdcalc", "lang"), str),
           **dict.fromkeys(("document", "files", "factors", "limits", "targets", "result"), dict)}  # fmt: skip
_OF_PLANTS, _OF_REGIONS = {"basis": str}, {REGION: dict, "inputs": dict}
"""What a snapshot holds, and of which kind each is."""
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

    result: Assessment | RegionAssessment
    changes: tuple[Change, ...]
    differences: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether the result has the same digits."""
        return not self.differences


def snapshot(result: Assessment | RegionAssessment, files: Mapping[str, str] | None = None, lang: str = "en") -> str:
    """Return the text of a snapshot.

    `files` are the texts of the user's own tables, by what they are: factors, limits, measures, plan.
    """
    if isinstance(result, RegionAssessment):
        edition, inputs = _OF_REGION, region_content(result.region)
    else:
        edition, inputs = _OF_PLANT, {"basis": result.basis, "document": result.plant.document}
    content = {
        "snapshot": edition if result.chance is None else EDITION,
        "ecdcalc": __version__,
        "lang": lang,
        **inputs,
        "files": {name: text for name, text in (files or {}).items() if text},
        **_rests_on(result),
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
    text = decoded(outside_bytes(path, _MOST), path)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError([Problem(path, "snapshot-not-json", {"reason": str(error)[:80]})]) from None
    edition = content.get("snapshot") if isinstance(content, dict) else None
    if not isinstance(edition, int) or isinstance(edition, bool):
        raise InputError([Problem(path, "snapshot-none", {})])
    if edition > EDITION:
        raise InputError([Problem(path, "snapshot-later", {"found": edition, "known": EDITION})])
    if content.get("sha256") != checksum(content):
        raise InputError([Problem(path, "snapshot-edited", {})])
    of_region = edition == _OF_REGION or REGION in content
    needed = _OF_ALL | (_OF_REGIONS if of_region else _OF_PLANTS)
    if lacking := [key for key, kind in needed.items() if not isinstance(content.get(key), kind)]:
        raise InputError([Problem(path, "snapshot-lacks", {"names": ", ".join(lacking)})])
    return dict(content)


def rerun(path: str) -> Rerun:
    """Compute a snapshot again. Raises `InputError` where it cannot be read, or is refused today."""
    content = read_snapshot(path)
    result, now = _again(content)
    rests = _rests_on(result)
    changes = [each for kind in ("factor", "limit", "target") for each in _changed(kind, content, rests)]
    if content["ecdcalc"] != __version__:
        changes.append(Change("version", "ecdcalc", content["ecdcalc"], __version__))
    before = {key: value for key, value in content["result"].items() if key != "ecdcalc"}
    after = {key: value for key, value in now.items() if key != "ecdcalc"}
    return Rerun(result, tuple(changes), tuple(_differences(before, after, "")))


def _again(content: Mapping[str, Any]) -> tuple[Assessment | RegionAssessment, dict[str, Any]]:
    """Return the result of today, and as plain values, with the user's own tables laid over ours as they were."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name in _SIDE:
            if text := content["files"].get(name):
                paths[name] = Path(folder) / f"{name}{'.toml' if name == 'plan' else '.csv'}"
                paths[name].write_text(text, encoding="utf-8", newline="")

        def own(name: str, read: Callable[[Path], Any]) -> Any:
            return read(paths[name]) if name in paths else None

        asked = {
            "factors": own("factors", load_own_factors),
            "limits": own("limits", load_own_limits),
            "measures": own("measures", load_own_measures),
            "plan": str(paths.get("plan", "")),
        }
        result: Assessment | RegionAssessment
        if REGION in content:
            region, moved = region_again(content, Path(folder) / REGION, asked)
            result = assess_region(region)
        else:
            moved = {}
            result = assess(read_plant(content["document"], **asked), basis=content["basis"])
        result = _drawn(result, content["result"])
        told = json.dumps(result.to_dict(content["lang"]), ensure_ascii=False, default=_plain)
    for here, there in moved.items():
        told = told.replace(here, there)
    return result, json.loads(told)


def _drawn(result: Assessment | RegionAssessment, before: Mapping[str, Any]) -> Assessment | RegionAssessment:
    """Return the result with random draws where there were some, as often and from the same seed."""
    if "chance" not in before:
        return result
    chance = before["chance"] if isinstance(before["chance"], Mapping) else {}
    draws, seed = (chance.get(name) for name in ("draws", "seed"))
    if type(draws) is not int or type(seed) is not int:
        raise InputError([Problem("", "snapshot-lacks", {"names": "result.chance.draws, result.chance.seed"})])
    if isinstance(result, RegionAssessment):
        from ecdcalc.decide.chance_region import with_region_chance

        return with_region_chance(result, draws, seed)
    from ecdcalc.decide.chance import with_chance

    return with_chance(result, draws, seed)


def _rests_on(result: Assessment | RegionAssessment) -> dict[str, Any]:
    """Return the published values, limits and targets that a result rests on."""
    if isinstance(result, RegionAssessment):
        plan: Plan | None = result.plan
        own = Rests({id: FactorTable().get(id) for id in factor_ids(result)}, {})
        found = all_rests([own, *(each.rests for each in result.members if each.rests)])
    else:
        found, plan = rests_of(result.processes), result.plant.plan
    return {"factors": _factors(found.factors), "limits": _limits(found.limits), "targets": _targets(plan)}


def _factors(found: Mapping[str, Factor]) -> dict[str, Any]:
    """Return published values as plain values, by id."""
    return {
        id: {"value": factor.value, "unit": factor.unit.text, "document": factor.document, "grade": factor.confidence}
        for id, factor in sorted(found.items())
    }


def _limits(found: Mapping[str, Limit]) -> dict[str, Any]:
    """Return limits as plain values, by id."""
    return {
        id: {"levels": [*each.levels], "unit": each.unit.text, "standard": each.standard} for id, each in found.items()
    }


def _targets(plan: Plan | None) -> dict[str, Any]:
    return {each.id: [each.indicator, each.op, each.against or each.limit] for each in plan.target} if plan else {}


def _changed(kind: str, content: Mapping[str, Any], rests: Mapping[str, Any]) -> Iterator[Change]:
    before, after = content[f"{kind}s"], rests[f"{kind}s"]
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
