"""Answers to questions: what a tap or typed text means, and which question comes next."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from content.marked_labels import label_of_chosen, place_alone
from content.schema.consultation import (
    LONGEST_TEXT_ANSWER,
    Consultation,
    Option,
    Question,
    QuestionKind,
)
from content.schema.question import SEVERAL_KEYS
from content.typed_words import characters, move_in, taken_off
from content.typed_words import folded as folded
from content.yes_and_no import is_ok, is_sign
from engagement.consultations.branching import asked_after, path
from engagement.consultations.choosing import has_number, numbers_of, ticked, toggled
from engagement.consultations.ranking import ranked_next, ranked_so
from engagement.consultations.refusals import NotChosen, no_answer
from engagement.consultations.typed_labels import (
    OTHER_OPTIONS,
    asks_yes_or_no,
    numbered,
    option_begun,
    option_named,
    options_listed,
)
from engagement.consultations.typed_numbers import has_only_digits, numbers_in
from engagement.consultations.typed_ranking import order_typed
from engagement.consultations.typed_values import day_typed, number_typed
from engagement.consultations.values import Value as Value
from engagement.consultations.values import VoiceNote
from engagement.errors import (
    NotAChoice,
    NothingChosen,
    OldButton,
    TextEmpty,
    TextTooLong,
)


class ResponseState(StrEnum):
    """How complete one resident's response to one consultation is (AAPOR's three categories)."""

    STARTED = "started"  # the first question was shown, nothing was answered
    PARTIAL = "partial"  # something was answered, but the end was not reached
    COMPLETE = "complete"  # the end was reached with at least one answer


class Go(StrEnum):
    """A request to move on or back instead of an answer."""

    BACK = "back"
    SKIP = "skip"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A valid value. ``stays`` is true while more options of the same question may be ticked."""

    value: Value
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """Text sent to a question that asks for a choice: kept as a comment, but not a choice."""

    text: str


Reading = Chosen | Comment | Go


def check_text(text: str, *, most: int = LONGEST_TEXT_ANSWER) -> str:
    """The text, exactly as written. Raises TextEmpty, TextTooLong (lengths in characters)."""
    if not any(unicodedata.category(sign)[0] not in "ZC" for sign in text):
        # Spaces and zero-width characters alone are empty too: nobody can see them.
        raise TextEmpty
    length = characters(text)
    if length > most:
        raise TextTooLong(length=length, most=most)
    return text


def tapped(
    question: Question, current: Value | None, number: int, *, on: bool | None = None
) -> Chosen:
    """The value after a tap on button ``number``: 1 is the first option; on a scale, its number; of
    other options of a scale, a number or a day, OTHER_OPTIONS + 1 is the first.

    ``on``: what the button said it does where several may be chosen, to choose or to take off. A
    second tap on the same button does it only once. None does the opposite of what is so.

    Raises OldButton for a number the question doesn't have, and TooManyChoices.
    """
    if question.scale is not None and number < OTHER_OPTIONS:
        return Chosen(_on_scale(question, number))
    option = _option_at(question, number)
    before = current if isinstance(current, tuple) else ()
    if question.kind in SEVERAL_KEYS and on is (option.key in before):
        return Chosen(before, stays=True)
    if question.kind is QuestionKind.RANKING:
        return Chosen(ranked_next(question, before, option), stays=True)
    if question.kind is not QuestionKind.SEVERAL:
        return Chosen(option.key)
    return Chosen(ticked(question, toggled(question, {*before}, option)), stays=True)


def typed(question: Question, current: Value | None, text: str, language: str = "") -> Reading:
    """What typed text means for this question. Everything that can be tapped can be typed.

    A label comes first, then words that move, then numbers, in a ranking with their places, then
    the beginning of a label. Where
    several may be chosen, what is typed is chosen besides what was: only "remove 2" chooses less.
    Raises TextEmpty, TextTooLong, TooManyChoices, and NotAChoice for numbers and labels that fit no
    choice or more than one.
    """
    several = question.kind in SEVERAL_KEYS
    labelled = option_named(question, text, language)
    if labelled is not None:
        return _named(question, current, (labelled,))
    shown = _as_shown(question, current, text) or _taken_off(question, current, text)
    if shown is not None:
        return shown
    move = move_in(text)
    if _says_nothing_here(question, text, move):
        raise no_answer(question)
    if move is not None:
        return Go(move)
    if question.kind in (QuestionKind.TEXT, QuestionKind.PLACE):
        return _without_options(question, text)
    value = _number_or_day(question, text)
    if value is not None:
        return Chosen(value)
    order = order_typed(question, _without_done(text)) if _is_ranking(question) else ()
    numbers = order or numbers_of(question, text)
    if numbers:
        return _named(question, current, numbers)
    begun = option_begun(question, text)
    if begun is not None:
        return _named(question, current, (begun,))
    listed = options_listed(question, _without_done(text)) if several else ()
    if listed:
        return _named(question, current, listed)
    return Comment(check_text(text))


def _is_ranking(question: Question) -> bool:
    return question.kind is QuestionKind.RANKING


def _without_options(question: Question, text: str) -> Reading:
    """Words at a question that has no options: an answer, or at one for a place a comment."""
    if question.kind is QuestionKind.TEXT:
        return Chosen(check_text(text))
    # A place has been looked for in it before; a number alone is no more than that of a house.
    if has_only_digits(text):
        raise no_answer(question)
    return Comment(check_text(text))


def _says_nothing_here(question: Question, text: str, move: str | None) -> bool:
    """Whether words that mean something elsewhere mean nothing at this question."""
    if move == Go.DONE:
        # Where there is no such button a second "done", after the question before, skips nothing.
        return question.kind not in (*SEVERAL_KEYS, QuestionKind.TEXT)
    # "OK" may mean no more than that the question was read.
    return asks_yes_or_no(question) and (is_ok(text) or is_sign(text))


_LAST_WORD = re.compile(r"(.*\S)[\s,;،]+(?:and\s+|i\s+|اور\s+)?(\S+)\W*", re.DOTALL | re.IGNORECASE)


def _without_done(text: str) -> str:
    """The text without a "done" at its end: the next Done moves on."""
    found = _LAST_WORD.fullmatch(text)
    return found[1] if found and move_in(found[2]) == Go.DONE else text


def _option_at(question: Question, number: int) -> Option:
    found = dict(numbered(question)).get(number)
    if found is None:
        raise OldButton
    return found


def _number_or_day(question: Question, text: str) -> Value | None:
    """The number or the day that this is, where the question asks for one. Raises NotAWholeNumber,
    OutOfRange, NotADay, NoSuchDay."""
    if question.number is not None:
        return number_typed(question.number, text)
    if question.days is not None:
        day = day_typed(question.days, text)
        return None if day is None else day.isoformat()
    return None


def finished(question: Question, current: Value | None) -> None:
    """Check that Done is allowed in a several-choices question. Raises NothingChosen."""
    if question.kind in SEVERAL_KEYS and not current:
        raise NothingChosen


def after(consultation: Consultation, key: str, values: Mapping[str, Value]) -> str | None:
    """The key of the question asked after ``key`` with these answers, or None at the end."""
    return asked_after(consultation, key, values)


def before(consultation: Consultation, key: str, values: Mapping[str, Value]) -> str:
    """The key of the question asked before ``key`` with these answers; for the first, its own."""
    asked = {*path(consultation, values).keys}
    every = [q.key for q in consultation.questions]
    return next((k for k in reversed(every[: every.index(key)]) if k in asked), key)


def state_of(*, answered: int, reached_end: bool) -> ResponseState:
    """The state of a response with ``answered`` questions answered."""
    if not answered:
        return ResponseState.STARTED
    return ResponseState.COMPLETE if reached_end else ResponseState.PARTIAL


def still_needed(consultation: Consultation, values: Mapping[str, Value]) -> str | None:
    """The key of the first required question that is asked and has no answer, or None."""
    found = path(consultation, values)
    asked = (consultation.question(key) for key in found.keys)
    return next((q.key for q in asked if q.needs_answer and q.key not in found.values), None)


def newly_open(
    consultation: Consultation, before: Mapping[str, Value], now: Mapping[str, Value]
) -> str | None:
    """The key of the first question that wants an answer since the answers ``before`` became those
    ``now``: it wasn't asked then, or had an answer that counts no more. None if there is none."""
    was, found = path(consultation, before), path(consultation, now)
    return next(
        (
            key
            for key in found.keys
            if key not in found.values and (key not in was.keys or key in was.values)
        ),
        None,
    )


def labels(question: Question, value: Value, language: str) -> tuple[str, ...]:
    """A value in the words shown to the resident; a voice note has none."""
    if isinstance(value, VoiceNote):
        return ()
    if isinstance(value, int):
        return (str(value),)
    if question.kind is QuestionKind.TEXT and isinstance(value, str):
        return (value,)
    keys = (value,) if isinstance(value, str) else value
    named = {option.key: option.label.say(language) for option in question.options}
    return tuple(named.get(key, key) for key in keys)


def _on_scale(question: Question, number: int) -> int:
    if not has_number(question, number):
        raise OldButton
    return number


def _as_shown(question: Question, current: Value | None, text: str) -> Chosen | None:
    """What the label of a chosen answer does where it is typed as its button shows it, "✓ Chosen:
    Yes": what a tap on it does. None for any other text. Raises NotAChoice for "number 2" where
    that may be the second place, or the second answer of the list."""
    order = current if isinstance(current, tuple) else ()
    if question.kind is QuestionKind.RANKING and place_alone(text) in range(1, len(order) + 1):
        raise NotAChoice
    label = label_of_chosen(text)
    number = None if label is None else option_named(question, label)
    if number is None:
        return None
    is_chosen = question.kind in SEVERAL_KEYS and question.options[number - 1].key in order
    return tapped(question, current, number, on=not is_chosen)


def _taken_off(question: Question, current: Value | None, text: str) -> Chosen | None:
    """The choice without the options that "remove 2" names; None for any other text. In a ranking
    its numbers are the places. Raises NotChosen where none of them is chosen."""
    said = taken_off(text) if question.kind in SEVERAL_KEYS else None
    if said is None:
        return None
    order = current if isinstance(current, tuple) else ()
    labelled = option_named(question, said)
    if labelled is None and question.kind is QuestionKind.RANKING:
        numbers = numbers_in(said)
        gone = {order[n - 1] for n in numbers if 1 <= n <= len(order)}
    else:
        numbers = numbers_of(question, said) if labelled is None else (labelled,)
        gone = {question.options[number - 1].key for number in numbers}
    if not numbers:
        return None
    if not gone & {*order}:
        raise NotChosen
    return Chosen(tuple(key for key in order if key not in gone), stays=True)


def _named(question: Question, current: Value | None, numbers: tuple[int, ...]) -> Chosen:
    """The value after these numbers, or the label of one, were typed. Raises NotAChoice,
    TooManyChoices."""
    if question.kind is QuestionKind.RANKING:
        order = current if isinstance(current, tuple) else ()
        return Chosen(ranked_so(question, order, numbers), stays=True)
    if question.kind is not QuestionKind.SEVERAL:
        if len(set(numbers)) > 1:
            raise NotAChoice
        return tapped(question, current, numbers[0])
    if len(set(numbers)) > 1 and any(question.options[n - 1].exclusive for n in numbers):
        # "1, 3 and 8", where 8 is none of these: which of them is meant?
        raise NotAChoice
    chosen = set(current) if isinstance(current, tuple) else set()
    for number in numbers:
        option = question.options[number - 1]
        if option.key not in chosen:
            chosen = toggled(question, chosen, option)
    return Chosen(ticked(question, chosen), stays=True)
