"""Words of danger of one language, and lines to call: what files in content/safety may hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from content.schema.authored import Authored, Key, Line, Telephone

NAMED = re.compile(r"@([a-z]+)")
Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]
"""Words in a row. ``a|b`` is a or b, ``a_b`` the two words in a row, ``?a`` perhaps a, ``a*`` every
word that begins so, ``@name`` a set from ``words``, and ``~3`` up to three other words."""


class SafetyWords(Authored):
    """The phrases of one language.

    ``words``: sets of words that phrases name. ``danger``: phrases that mean danger wherever they
    are. ``unless_topic``: phrases that mean danger, but not in a sentence with one of ``topic``,
    which proposes something or tells of the past. ``unless_about``: phrases that mean danger, but
    not in a sentence with one of ``topic`` or of ``about``, such as a road or a budget. ``safe``:
    idioms, taken out of a text before anything is looked for. ``alone``: calls for help that mean
    danger only as a whole message, such as "SOS". ``light``: words that make nothing danger where a
    message begins or ends with them, such as "just". ``right``: words that are spelt right, though
    with two letters swapped they are words of the phrases; many of them with ``|`` between them.
    """

    words: dict[Key, tuple[Phrase, ...]] = Field(default_factory=dict)
    danger: tuple[Phrase, ...] = Field(min_length=1)
    unless_topic: tuple[Phrase, ...] = ()
    topic: tuple[Phrase, ...] = ()
    unless_about: tuple[Phrase, ...] = ()
    about: tuple[Phrase, ...] = ()
    safe: tuple[Phrase, ...] = ()
    alone: tuple[Phrase, ...] = ()
    light: tuple[Phrase, ...] = ()
    right: tuple[Phrase, ...] = ()

    @property
    def all_phrases(self) -> tuple[str, ...]:
        """Every phrase, of whatever list."""
        weaker = (*self.unless_topic, *self.topic, *self.unless_about, *self.about)
        return (*self.danger, *weaker, *self.safe, *self.alone)

    @model_validator(mode="after")
    def _every_set_is_known(self) -> Self:
        for phrase in self.all_phrases:
            for name in NAMED.findall(phrase):
                if name not in self.words:
                    raise ValueError(f"@{name} is not in words")
        return self


class SafetyWeights(Authored):
    """How much each word, pair of words and part of a word speaks for danger, in points: ten are
    odds of e to 1.

    ``of``: the points of each. ``even``: points that every text begins with. A text is danger with
    more than ``alone`` points; with a phrase of ``danger`` and more than ``with_phrase`` points
    among the words around; and with one of the other phrases and more than ``with_weaker``.
    ``sentences``: a fingerprint of the sentences that they were learned from.
    """

    sentences: str
    even: float
    alone: float
    with_phrase: float
    with_weaker: float
    of: dict[str, int]

    @model_validator(mode="after")
    def _a_phrase_helps(self) -> Self:
        if not self.with_phrase <= self.with_weaker < self.alone:
            raise ValueError("with_phrase, with_weaker and alone must be in this order")
        return self


class HelpLine(Authored):
    """A number to call, who publishes it, and when that was last checked."""

    number: Telephone
    source: Line
    checked: date


class HelpLines(Authored):
    """The lines that everybody in danger is shown."""

    emergency: HelpLine
    crisis: HelpLine
    samaritans: HelpLine
    childline: HelpLine
    abuse: HelpLine


class Safeguarding(Authored):
    """The council's own numbers for somebody who worries about a child or an adult."""

    day: Telephone | None = None
    out_of_hours: Telephone | None = None
    source: Line | None = None

    @property
    def is_complete(self) -> bool:
        """Whether people have a number to call at every hour."""
        return self.day is not None and self.out_of_hours is not None
