"""Every sentence that ecdcalc says, in English and in Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from ecdcalc.words.counted import filled
from ecdcalc.words.messages import TOPICS
from ecdcalc.words.shared_texts import SHARED

MESSAGES: dict[str, tuple[str, str]] = {
    **SHARED,
    **{key: texts for topic in TOPICS for key, texts in topic.MESSAGES.items()},
}


class Said:
    """A value of a message that is said in the language of that one."""

    __slots__ = ()

    def say(self, lang: str) -> str:
        """Return it in `lang`."""
        raise NotImplementedError


@frozen
class Text(Said):
    """A message that is a value of another message."""

    key: str
    values: Mapping[str, object] = field(factory=dict)

    def say(self, lang: str) -> str:
        """Return it in `lang`."""
        return say(self.key, lang, **self.values)


@frozen
class Both(Said):
    """A value of a message that is another in each language."""

    en: str
    zh: str

    def say(self, lang: str) -> str:
        """Return it in `lang`."""
        return self.zh if lang == "zh" else self.en


def say(key: str, lang: str, **values: object) -> str:
    """Return the message of that key in `lang`, with the values filled in."""
    english, chinese = MESSAGES[key]
    said = {name: each.say(lang) if isinstance(each, Said) else each for name, each in values.items()}
    return filled(chinese if lang == "zh" else english, said)


def add_texts(texts: Mapping[str, tuple[str, str]]) -> None:
    """Add the messages of a sector."""
    MESSAGES.update(texts)


def known(key: str) -> bool:
    """Tell whether there is a message of that key."""
    return key in MESSAGES
