"""What is asked of a class again and again, and is the same each time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

Told = TypeVar("Told")


def by_class(tell: Callable[[type[Any]], Told]) -> Callable[[type[Any]], Told]:
    """Ask once for each class. (To a type checker the classes of attrs could not be kept by `functools.cache`.)"""
    kept: Any = cache(tell)
    return kept
