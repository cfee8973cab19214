"""Quick polls: one question with a few answers, which decides nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zlib import crc32

from content.typed_words import characters, room
from engagement.broadcasts.refusals import (
    NothingToAsk,
    PollAnswersMissing,
    PollAnswerTooLong,
    PollAnswerTwice,
    PollHasLink,
    PollHasPersonalData,
    PollQuestionTooLong,
    TooManyPollAnswers,
)

FEWEST_ANSWERS, MOST_ANSWERS = 2, 6
LONGEST_QUESTION = 200
"""Characters of the question: one short line."""
LONGEST_ANSWER = 100
"""Characters of an answer, and the room it may take: a button holds no more."""
LONGEST_DAYS = 28
DAYS = (3, 7, 14)
"""The ends on offer, in days."""

_LINK = re.compile(
    r"(?:https?|ftp|tg)://|\bwww\.|\b(?:t\.me|bit\.ly)/|\b[\w-]+\.(?:com|org|net|uk|io|gov|info)\b",
    re.IGNORECASE,
)
_IN_A_LIST = re.compile(r"(\d{1,2})[.)]\s+(.*\S)")
_BREAKS = re.compile(r"[\r\n\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Poll:
    """What is asked besides the question, which is the text of the broadcast: the answers in their
    order, and the moment at which it ends."""

    answers: tuple[str, ...]
    closes_at: datetime

    @classmethod
    def read(cls, kept: Any) -> Poll | None:
        """The poll of a stored broadcast; None for one that asks nothing."""
        if not kept or "answers" not in kept:
            return None
        return cls(tuple(kept["answers"]), datetime.fromisoformat(kept["closes"]))

    @property
    def kept(self) -> dict[str, Any]:
        """The poll as it is stored."""
        return {"answers": [*self.answers], "closes": self.closes_at.isoformat()}


def tag_of(broadcast_id: int) -> int:
    """A number that tells the buttons of one poll from those of another with the same code, as
    after a restore."""
    return crc32(str(broadcast_id).encode()) >> 1


def key_of(broadcast_id: int) -> str:
    """The name of a poll in the register of released results, and in the list that outlasts a
    restored backup. No slug of a consultation has a colon."""
    return f"poll:{broadcast_id}"


def ended_for(kept: Any) -> int | None:
    """The poll about whose early end a broadcast tells; None for any other."""
    return int(kept["ends"]) if kept and "ends" in kept else None


def tells_of(poll_id: int) -> dict[str, Any]:
    """What is stored of a broadcast that tells of the early end of this poll."""
    return {"ends": str(poll_id)}


def in_one_line(text: str) -> str:
    """A text without line breaks and spaces around it."""
    return " ".join(text.split())


def check_question(text: str, signs: Sequence[str]) -> str:
    """The question in one line. ``signs`` are those of personal data that were found in it. Raises
    NothingToAsk, PollQuestionTooLong, PollHasLink, PollHasPersonalData."""
    line = in_one_line(text)
    if not any(sign.isalnum() for sign in line):
        raise NothingToAsk
    if characters(line) > LONGEST_QUESTION or room(line) > 2 * LONGEST_QUESTION:
        raise PollQuestionTooLong(length=characters(line), most=LONGEST_QUESTION)
    _check_words(line, signs)
    return line


def answers_in(text: str, before: int = 0) -> tuple[str, ...]:
    """The answers that are typed in one message, one in each line. The dash or dot in front of one,
    as in a list, isn't part of it; nor is "1)" or "1." where every line has its own number, after
    the ``before`` that there are already."""
    lines = [in_one_line(line.strip().lstrip("-–•*")) for line in _BREAKS.split(text)]
    lines = [line for line in lines if line]
    numbered = [_IN_A_LIST.fullmatch(line) for line in lines]
    in_order = [str(number) for number in range(before + 1, before + len(lines) + 1)]
    if [found and found[1] for found in numbered] == in_order:
        return tuple(found[2] for found in numbered if found)
    return tuple(lines)


def check_answers(answers: Sequence[str], signs: Sequence[str], same: Sequence[str]) -> None:
    """Raise TooManyPollAnswers, PollAnswerTooLong, PollAnswerTwice, PollHasLink or
    PollHasPersonalData. ``same`` are the answers in the form in which typed words are compared:
    nobody could type one of two that are alike there."""
    if len(answers) > MOST_ANSWERS:
        raise TooManyPollAnswers(most=MOST_ANSWERS)
    for number, answer in enumerate(answers):
        if not any(sign.isalnum() for sign in answer):
            raise NothingToAsk
        if characters(answer) > LONGEST_ANSWER or room(answer) > LONGEST_ANSWER:
            raise PollAnswerTooLong(length=characters(answer), most=LONGEST_ANSWER)
        if same[number] in same[:number]:
            raise PollAnswerTwice(answer=answer)
        _check_words(answer, signs)


def check_enough(answers: Sequence[str]) -> None:
    """Raise PollAnswersMissing for fewer than two answers."""
    if len(answers) < FEWEST_ANSWERS:
        raise PollAnswersMissing(least=FEWEST_ANSWERS)


def is_within(closes_at: datetime, now: datetime) -> bool:
    """Whether a poll may end then: later than now, and within four weeks. The day counts to its
    end."""
    return now < closes_at <= now + timedelta(days=LONGEST_DAYS + 1)


def _check_words(text: str, signs: Sequence[str]) -> None:
    if signs:
        raise PollHasPersonalData
    if _LINK.search(text):
        raise PollHasLink
