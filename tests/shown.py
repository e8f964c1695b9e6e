"""Contracts of the examples, assessed once for all tests that look at what is shown of them."""

from functools import cache
from pathlib import Path

from ecdcalc import assess, assess_region

EXAMPLES = Path(__file__).parent.parent / "examples"
SECTORS = sorted(each.stem for each in EXAMPLES.glob("*.toml"))
LANGUAGES = ("en", "zh")


@cache
def assessed(name):
    """The assessment of an example, `city` is the region."""
    return assess_region(EXAMPLES / "city" / "city.toml") if name == "city" else assess(EXAMPLES / f"{name}.toml")


@cache
def contract(name, lang="en"):
    return assessed(name).to_dict(lang)


def written(found):
    """Every text that somebody wrote into a plant file."""
    if isinstance(found, dict):
        return {text for each in found.values() for text in written(each)}
    if isinstance(found, list):
        return {text for each in found for text in written(each)}
    return {found} if isinstance(found, str) else set()
