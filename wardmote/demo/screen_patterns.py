"""Patterns that recognise the bot's screens in any language, made from the bot's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from content.schema.question import Question
from content.words import Words

_TAGS = re.compile(r"<[^>]+>")
_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
_HOLE = "\ue000{}\ue001"
"""A placeholder for a value while a sentence becomes a pattern. No text of the bot contains it."""


@dataclass(frozen=True)
class ScreenPatterns:
    """Recognises the screens of one language."""

    words: Words
    language: str = "en"
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False)

    def question(self, text: str, asked: Sequence[Question]) -> int | None:
        """The number of the question on a screen, in the order of its file; None on any other
        screen. After a branch the screen has another number, so it is known by its words."""
        said, values = bare(text), {"number": r"\d+", "total": r"\d+", "text": ".*"}
        keys = ("question", "question-branching")
        if not any(self._of(key, **values).search(said) for key in keys):
            return None
        wording = [bare(question.text.say(self.language)) for question in asked]
        return next((n for n, words in enumerate(wording, start=1) if words in said), None)

    def chosen(self, text: str, labels: Sequence[str]) -> set[int]:
        """The numbers of the options a screen shows as chosen, on its buttons or in its text."""
        marked = self._of("button-chosen", label=".*")
        listed = self._of("question-chosen-option", number=r"\d+", label=".*")
        return {
            *(n for n, label in enumerate(labels, start=1) if marked.search(bare(label))),
            *(int(found["number"]) for found in listed.finditer(bare(text))),
        }

    def ranked(self, text: str, labels: Sequence[str]) -> int:
        """How many options a screen shows in an order, on its buttons or in its text."""
        on_buttons = self._of("button-ranked", place=r"\d+", label=".*")
        listed = self._of("question-ranked-option", number=r"\d+", label=".*", place=r"\d+")
        shown = sum(bool(on_buttons.search(bare(label))) for label in labels)
        return max(shown, sum(1 for _ in listed.finditer(bare(text))))

    def receipt(self, text: str) -> str | None:
        """The receipt on a screen, if it has one."""
        found = self._of("receipt-code", receipt=r"\S+").search(bare(text))
        return found["receipt"] if found else None

    def has_joined(self, text: str) -> bool:
        """Whether a screen says that the resident has joined."""
        return self._of("joined", ward=".*", vintage=r"\d+").search(bare(text)) is not None

    def _of(self, key: str, **values: str) -> re.Pattern[str]:
        """The first line of the sentence ``key``, with a group for each value's own pattern."""
        if key not in self._patterns:
            holes = {name: _HOLE.format(name) for name in values}
            said = bare(_TAGS.sub("", self.words.html(key, self.language, **holes)))
            pattern = re.escape(said.split("\n")[0])
            for name, value in values.items():
                pattern = pattern.replace(re.escape(holes[name]), f"(?P<{name}>{value})")
            self._patterns[key] = re.compile(f"^{pattern}$", re.MULTILINE)
        return self._patterns[key]


def bare(text: str) -> str:
    """``text`` without the marks that separate the two directions of writing."""
    return _MARKS.sub("", text)
