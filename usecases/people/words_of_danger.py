"""Whether a text holds words of danger, in any of our languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from content.asked_in_words import asks_to_stop
from content.safety_words import safety_weights, safety_words
from content.schema.consultation import Consultation, QuestionKind
from engagement.people.danger import Lexicon, lexicon_of

MARK = "wardmote_danger"
"""What we add to a stored message that holds words of danger, always true."""
AS_WRITTEN = "wardmote_as_written"
"""What we add to such a message where something in its words was replaced: the words as they were
written, for the alert. Somebody may have to be found."""


@cache
def lexicon() -> Lexicon:
    """The words of danger of every language."""
    return lexicon_of(safety_words(), safety_weights())


def holds_danger(text: str) -> bool:
    """Whether a text holds words of danger. A message that only asks for no more messages does
    not, whatever it sounds like."""
    return lexicon().is_danger(text) and not asks_to_stop(text)


def may_be_quoted(text: str) -> bool:
    """Whether the bot may show these words on their author's own phone again: others who hold the
    phone, or hurt them, would read words of danger there, also after they were removed."""
    return not holds_danger(text)


def unquoted_texts(consultation: Consultation, values: Mapping[str, object]) -> frozenset[str]:
    """The keys of the text answers that may not be quoted."""
    texts = (q.key for q in consultation.questions if q.kind is QuestionKind.TEXT)
    return frozenset(k for k in texts if k in values and not may_be_quoted(str(values[k])))


def without_danger_before(text: str) -> tuple[str, ...]:
    """The lines before words of danger, and the rest, as texts of their own; else the whole text.

    What follows words of danger stays with them: it may say where or when.
    """
    lines = text.split("\n")
    for place in range(len(lines) - 1, 0, -1):
        before, rest = "\n".join(lines[:place]), "\n".join(lines[place:])
        if holds_danger(rest) and before.strip() and not holds_danger(before):
            return before, rest
    return (text,)
