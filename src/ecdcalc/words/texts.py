"""Every sentence that ecdcalc says, in English and in Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from ecdcalc.words.messages import TOPICS
from ecdcalc.words.shared_texts import SHARED

MESSAGES: dict[str, tuple[str, str]] = {
    **SHARED,
    **{key: texts for topic in TOPICS for key, texts in topic.MESSAGES.items()},
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the message of that key in `lang`, with the values filled in."""
    english, chinese = MESSAGES[key]
    return (chinese if lang == "zh" else english).format(**values)


def add_texts(texts: Mapping[str, tuple[str, str]]) -> None:
    """Add the messages of a sector."""
    MESSAGES.update(texts)


def known(key: str) -> bool:
    """Tell whether there is a message of that key."""
    return key in MESSAGES
