"""Buttons that say the answer, where the answers are short enough for a phone's button."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.screens import Button, Rows, data, in_rows
from bot.views.localiser import Localiser
from content.typed_words import characters

LONGEST_LABEL = 40
"""Characters on one line of a full-width button of a small phone; the rest is cut off."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers to choose from. ``number`` is what people may type for it, ``place``
    the place that somebody has given it in an order."""

    number: int
    label: str
    data: str
    chosen: bool = False
    place: int | None = None


def width(text: str) -> int:
    """The room a text takes on a button, in characters as people count them. Those that take the
    room of two, such as emoji, count as two."""
    wide = "".join(s for s in text if s == "\u200d" or unicodedata.east_asian_width(s) in "WF")
    return characters(text) + characters(wide)


def cut(label: str) -> str:
    """A label, whose end is left out where a phone would cut it off."""
    shown = label
    while width(shown) > LONGEST_LABEL:
        shown = shown.removesuffix("…")[:-1].rstrip() + "…"
    return shown


def are_short(labels: Iterable[str]) -> bool:
    """Whether every label fits on a button. One long label is enough to number them all, so that
    the answers to one question look alike."""
    return all(width(label) <= LONGEST_LABEL for label in labels)


def choice_rows(say: Localiser, choices: Sequence[Choice]) -> Rows:
    """A full-width button for each choice; rows of numbers where a label is long."""
    named = [(c, f"{c.number} {c.label}") for c in choices]
    if not are_short(c.label for c in choices):
        return in_rows([Button(str(c.number), c.data, name=name) for c, name in named])
    return in_rows([Button(_marked(say, c), c.data, name=name) for c, name in named], 1)


def numbered_rows(say: Localiser, choices: Sequence[Choice]) -> Rows:
    """The same for a list over several pages, whose buttons keep their number before the name: a
    number typed on any page then means what it says."""
    numbered = [replace(c, label=f"{c.number} {c.label}") for c in choices]
    if not are_short(c.label for c in numbered):
        return in_rows([Button(str(c.number), c.data, name=c.label) for c in numbered])
    return in_rows([Button(_marked(say, c), c.data, name=c.label) for c in numbered], 1)


def are_short_numbered(choices: Iterable[Choice]) -> bool:
    """Whether the buttons of ``numbered_rows`` say the names, so that the text need not."""
    return are_short(f"{c.number} {c.label}" for c in choices)


def turning(say: Localiser, verb: str, *, page: int, pages: int) -> Rows:
    """The buttons below a list of several pages: the page before, and more. More begins again after
    the last."""
    if pages < 2:
        return ()
    row = [Button(say.plain("button-more"), data(verb, (page + 1) % pages))]
    if page:
        row.insert(0, Button(say.plain("button-page-before"), data(verb, page - 1)))
    return (tuple(row),)


def _marked(say: Localiser, choice: Choice) -> str:
    # The word comes first: the end of a long label is cut off. So a label that fits without it
    # stays on its button, and needn't be in the text.
    if choice.place is not None:
        return say.plain("button-ranked", place=choice.place, label=choice.label)
    return say.plain("button-chosen", label=choice.label) if choice.chosen else choice.label
