"""What an officer types while entering a submission."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from content.schema.question import LARGEST_NUMBER, Days, Number
from content.typed_by_staff import submission_kind_in
from content.typed_words import BACK, characters, gives_up, move_in
from content.yes_and_no import yes_or_no
from engagement.consultations.reading import LONGEST_SENDER, SubmissionKind
from engagement.consultations.refusals import NameTooLong, NotADay, NotAWholeNumber
from engagement.consultations.survey import check_text
from engagement.consultations.typed_values import day_typed, number_typed
from usecases.consultations import submissions
from usecases.consultations.submissions import (
    KINDS,
    Asked,
    HowItCame,
    SubmissionDropped,
    WhichConsultation,
    data_of,
    go_on,
    shown_of,
    step_of,
    today,
)
from usecases.people.identify import Person
from usecases.world import Transaction, World

LONGEST_AGO = 3_653
"""Days: an older date is a slip."""


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> Asked | SubmissionDropped:
    """Typed words: what is asked for next; under the preview, more of the text. "Cancel" keeps
    nothing, "back" and "no" keep everything. Words that are none of the choices bring them again.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextEmpty, TextTooLong, NameTooLong, NotADay,
    NoSuchDay, NotAWholeNumber, OutOfRange.
    """
    data = await data_of(tx, world, person)
    step = step_of(data)
    if gives_up(text):
        return await submissions.drop(tx, world, person)
    says_no = yes_or_no(text, person.language) is False
    if step == "preview" and says_no:
        return await submissions.ask_change(tx, world, person)
    if says_no or move_in(text) == BACK:
        return await submissions.back(tx, world, person)
    if step == "preview":
        return await go_on(tx, world, person, {**data, "text": check_text(_more(data, text))})
    if step in _TYPED:
        return await go_on(tx, world, person, {**data, step: _TYPED[step](world, text)})
    kind = submission_kind_in(text) if step == "kind" else None
    if kind is not None:
        return await submissions.choose_kind(tx, world, person, KINDS.index(SubmissionKind(kind)))
    asked = await shown_of(tx, world, person, data)
    if isinstance(asked, (WhichConsultation, HowItCame)):
        return replace(asked, unclear=True)
    return asked


def _more(data: Mapping[str, Any], text: str) -> str:
    return f"{data['text']}\n{text}"


def _sender(world: World, text: str) -> str:
    name = " ".join(check_text(text).split())
    if characters(name) > LONGEST_SENDER:
        raise NameTooLong(most=LONGEST_SENDER)
    return name


def _received(world: World, text: str) -> str:
    latest = today(world)
    days = Days(earliest=date.fromordinal(latest.toordinal() - LONGEST_AGO), latest=latest)
    found = day_typed(days, text)
    if found is None:
        raise NotADay
    return found.isoformat()


def _signatures(world: World, text: str) -> int:
    found = number_typed(Number(lowest=1, highest=LARGEST_NUMBER), text)
    if found is None:
        raise NotAWholeNumber
    return found


def _text(world: World, text: str) -> str:
    return check_text(text)


_TYPED: Mapping[str, Any] = {
    "sender": _sender,
    "received": _received,
    "signatures": _signatures,
    "text": _text,
}
