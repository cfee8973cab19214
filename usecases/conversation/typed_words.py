"""What typed words are meant for: of all that waits for a person's words, the last one used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from content.schema.consultation import Question
from content.typed_words import asks_for_help, asks_to_stop
from engagement.consultations.survey import option_named
from storage.conversation.drafts import LIFETIME, Draft
from usecases.broadcasts import compose
from usecases.consultations import answer
from usecases.conversation.shown import screens
from usecases.operations import close_alert, complain, complaints, requests
from usecases.people import choose_ward
from usecases.people.identify import Person
from usecases.world import Transaction, World

CELEBRATED = "celebrate-wards"
"""The topic of the screen that lists wards to celebrate."""
WHY = "why-"
"""The beginning of the topic of the screen that asks why a broadcast was declined."""
NEVER = datetime.min.replace(tzinfo=UTC)


class Waiting(StrEnum):
    """What can wait for a person's words."""

    BROADCAST = "broadcast"  # a draft of /send
    COMPLAINT = "complaint"  # a complaint that is being made
    OUTCOME = "outcome"  # what came of a complaint, for its author
    REQUEST = "request"  # words to mark as a request
    OTHER_WARD = "other ward"  # moving house, or a ward to follow
    JOINING = "joining"  # an arrival
    QUESTION = "question"  # an open question of a consultation
    ALERT = "alert"  # what was done about words of danger
    CELEBRATION = "celebration"  # the list of wards to celebrate is the last screen in the chat
    REASON = "reason"  # why a broadcast was declined is the last question in the chat
    NOTHING = "nothing"


STAFF_WRITES = {
    complaints.OUTCOME: Waiting.OUTCOME,
    requests.MARKING: Waiting.REQUEST,
    close_alert.CLOSING: Waiting.ALERT,
}
"""Draft kinds of staff who are writing about a complaint, a request or an alert."""


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """What waits for words; an open question also with the slug of its consultation, a reason with
    the code of its broadcast."""

    what: Waiting
    slug: str = ""
    question: Question | None = None


class Request(StrEnum):
    """What somebody may ask for in words alone, wherever they are."""

    STOP = "stop"
    HELP = "help"


def request_in(text: str, waits: WaitingFor) -> Request | None:
    """What a message that is only a stop word or a help word asks for.

    A stop word stops messages even where it is an option's label; a help word is a label first.
    """
    if asks_to_stop(text):
        return Request.STOP
    asked = waits.question
    if asks_for_help(text) and (asked is None or option_named(asked, text) is None):
        return Request.HELP
    return None


async def waiting_for(tx: Transaction, world: World, person: Person) -> WaitingFor:
    """What this person's next words are meant for."""
    newest = await _newest_topic(tx, person)
    if newest == CELEBRATED:
        return WaitingFor(Waiting.CELEBRATION)
    if newest.startswith(WHY) and person.staff is not None:
        return WaitingFor(Waiting.REASON, newest.removeprefix(WHY))
    found: list[tuple[datetime, WaitingFor]] = []
    if person.arrival is not None:
        found.append((person.arrival.arrived_at or NEVER, WaitingFor(Waiting.JOINING)))
    if person.draft is not None and (drafted := _draft_waits(world, person, person.draft)):
        kept = person.draft.expires_at - LIFETIME if person.draft.expires_at else NEVER
        found.append((kept, WaitingFor(drafted)))
    question = await answer.open_question(tx, world, person)
    if question is not None:
        asked = WaitingFor(Waiting.QUESTION, question.slug, question.question)
        found.append((question.touched, asked))
    if not found:
        return WaitingFor(Waiting.NOTHING)
    return max(found, key=lambda one: one[0])[1]


def _draft_waits(world: World, person: Person, draft: Draft) -> Waiting | None:
    """What a draft waits for, if it waits for words."""
    if draft.kind == compose.SENDING and person.staff is not None:
        return Waiting.BROADCAST
    if complain.waits(world, person):
        return Waiting.COMPLAINT
    if draft.kind in choose_ward.PURPOSES:
        return Waiting.OTHER_WARD
    if draft.kind == close_alert.CLOSING and not close_alert.waits(world, draft):
        return None
    return STAFF_WRITES.get(draft.kind) if person.staff is not None else None


async def _newest_topic(tx: Transaction, person: Person) -> str:
    """The topic of the newest screen with buttons; empty if there is none."""
    if person.id is None:
        return ""
    shown = [s for s in await screens(tx, person.id) if s.buttons]
    return max(shown, key=lambda s: s.message_id).topic if shown else ""
