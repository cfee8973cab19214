"""A consultation about street lamps, with one question of each kind, and its wards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from content.schema.consultation import Consultation, Option, Question, QuestionKind, Scale

ABBEY = "E05013120"
CHESHAM = "E05013136"
WEST_WYCOMBE = "E05013166"

OPENS = datetime(2022, 9, 5, 8, 0, tzinfo=UTC)
CLOSES = datetime(2022, 9, 30, 16, 0, tzinfo=UTC)


def option(key: str, label: str | dict[str, str], *, exclusive: bool = False) -> Option:
    return Option.model_validate({"key": key, "label": label, "exclusive": exclusive})


LAMPS = Question.model_validate(
    {
        "key": "lamps",
        "kind": QuestionKind.SINGLE,
        "text": "What should come first?",
        "options": (
            option("brighter", "Brighter lamps"),
            option("more", {"en": "More lamps", "pl": "Więcej latarni"}),
            option("not_sure", "I'm not sure"),
        ),
    }
)
HELP = Question.model_validate(
    {
        "key": "help",
        "kind": QuestionKind.SEVERAL,
        "text": "What would help you to walk home?",
        "max_choices": 2,
        "options": (
            option("paths", "Wider paths"),
            option("hedges", "Cut hedges"),
            option("crossing", "A crossing, with lights"),
            option("none", "None of these", exclusive=True),
        ),
    }
)
ANY_HELP = HELP.model_copy(update={"max_choices": None})
SAFE = Question(
    key="safe",
    kind=QuestionKind.SCALE,
    text="How safe is your street after dark?",
    scale=Scale(lowest_label="Not safe", highest_label="Very safe"),
)
FROM_NOUGHT = Question(
    key="often",
    kind=QuestionKind.SCALE,
    text="How many evenings a week do you walk?",
    scale=Scale(lowest=0, highest=10, lowest_label="None", highest_label="Every one, and more"),
)
WORDS = Question(key="words", kind=QuestionKind.TEXT, text="What would you do first?")


def consultation(**changes: Any) -> Consultation:
    """The lamps consultation, for Abbey and Chesham, with ``changes``."""
    given: dict[str, Any] = {
        "slug": "street-lighting",
        "title": "Lamps in our streets",
        "purpose": "To choose what comes first.",
        "can_change": "All of it.",
        "decided_by": "The Community Board.",
        "opens_at": OPENS,
        "closes_at": CLOSES,
        "hear_by": date(2022, 11, 11),
        "wards": (ABBEY, CHESHAM),
        "minutes": 2,
        "questions": (LAMPS, HELP, SAFE, WORDS),
        "source": "Report to the Board, 1 September 2022",
    }
    return Consultation(**(given | changes))
