"""The text of a formula read back as mathematics: a nested list that a typesetter sets with fractions and powers.

Terms write their arithmetic in one way only: an operator stands between blanks, a function before its brackets. What
is written otherwise stays text.
"""

from __future__ import annotations

import re
from typing import Any

Node = list[Any]
_LEVELS = (("or", "and"), ("<", "≤", ">", "≥", "=", "≠"), ("+", "−"), ("×", "/"), ("^",))
_TOKEN = re.compile(r" (or|and|[<≤>≥=≠+−×/^]) | \?|, |[(),|−]|[^\s(),|−][^\s(),|]*")


class _OtherTextError(ValueError):
    """A text that is no arithmetic of terms."""


def mathematics(text: str) -> Node:
    """Return the nodes of a formula: each a list of what it is and what it is made of."""
    try:
        reader = _Reader(_tokens(text))
        found = reader.level(0)
        reader.end()
    except (_OtherTextError, RecursionError):
        return ["text", text]
    return found


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _OtherTextError(text)
        found.append(match[0] if match[1] is None else f" {match[1]} ")
        at = match.end()
    return found


class _Reader:
    """Goes down the levels of operators, the weakest first."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.at, self.depth = tokens, 0, 0

    def level(self, number: int) -> Node:
        if number == len(_LEVELS):
            return self.atom()
        found = self.level(number + 1)
        while (sign := self.peek().strip()) in _LEVELS[number] and self.peek() == f" {sign} ":
            self.at += 1
            other = self.level(number + 1)
            if sign == "/":
                found = [sign, _bare(found), _bare(other)]
            else:
                found = [sign, found, _bare(other) if sign == "^" else other]
        return found

    def atom(self) -> Node:
        token = self.take()
        if token == "−":
            return ["negative", self.atom()]
        if token == "|":
            return ["absolute", self.closed("|")]
        if token == "(":
            inner = self.level(0)
            if self.peek() == " ?":
                self.at += 1
            self.close(")")
            return ["brackets", inner]
        if token in (")", ",", ", ", " ?") or token.startswith(" "):
            raise _OtherTextError(token)
        if self.peek() == "(":
            self.at += 1
            return ["call", token, self.arguments()]
        return ["name", token]

    def arguments(self) -> list[Node]:
        found = [] if self.peek() == ")" else [self.level(0)]
        while self.peek() in (",", ", "):
            self.at += 1
            found.append(self.level(0))
        self.close(")")
        return found

    def closed(self, sign: str) -> Node:
        inner = self.level(0)
        self.close(sign)
        return inner

    def close(self, sign: str) -> None:
        if self.take() != sign:
            raise _OtherTextError(sign)

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        if self.at >= len(self.tokens):
            raise _OtherTextError("")
        self.at += 1
        return self.tokens[self.at - 1]

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise _OtherTextError(self.tokens[self.at])


def _bare(node: Node) -> Node:
    """Return what stands in brackets that a fraction or a power makes needless."""
    return node[1] if node[0] == "brackets" else node
