"""What typed words are meant for: of all that waits for a person's words, the last one used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from content.schema.consultation import Question
from content.typed_words import asks_for_help, asks_to_stop
from engagement.consultations.survey import option_named
from storage.conversation.drafts import LIFETIME
from usecases.broadcasts import compose
from usecases.consultations import answer
from usecases.conversation.shown import screens
from usecases.operations import safety_alerts
from usecases.people import choose_ward
from usecases.people.identify import Person
from usecases.world import Transaction, World

CELEBRATED = "celebrate-wards"
"""The topic of the screen that lists wards to celebrate."""
NEVER = datetime.min.replace(tzinfo=UTC)


class Waiting(StrEnum):
    """What can wait for a person's words."""

    BROADCAST = "broadcast"  # a draft of /send
    OTHER_WARD = "other ward"  # moving house, or a ward to follow
    JOINING = "joining"  # an arrival
    QUESTION = "question"  # an open question of a consultation
    ALERT = "alert"  # what was done about words of danger
    CELEBRATION = "celebration"  # the list of wards to celebrate is the last screen in the chat
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """What waits for words; an open question also with the slug of its consultation."""

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
    if await _lists_wards(tx, person):
        return WaitingFor(Waiting.CELEBRATION)
    found: list[tuple[datetime, WaitingFor]] = []
    if person.arrival is not None:
        found.append((person.arrival.arrived_at or NEVER, WaitingFor(Waiting.JOINING)))
    draft = person.draft
    if draft is not None:
        kept = draft.expires_at - LIFETIME if draft.expires_at else NEVER
        if draft.kind == compose.SENDING and person.staff is not None:
            found.append((kept, WaitingFor(Waiting.BROADCAST)))
        elif draft.kind in choose_ward.PURPOSES:
            found.append((kept, WaitingFor(Waiting.OTHER_WARD)))
        elif draft.kind == safety_alerts.CLOSING and person.staff is not None:
            found.append((kept, WaitingFor(Waiting.ALERT)))
    question = await answer.open_question(tx, world, person)
    if question is not None:
        asked = WaitingFor(Waiting.QUESTION, question.slug, question.question)
        found.append((question.touched, asked))
    if not found:
        return WaitingFor(Waiting.NOTHING)
    return max(found, key=lambda one: one[0])[1]


async def _lists_wards(tx: Transaction, person: Person) -> bool:
    if person.id is None:
        return False
    shown = [s for s in await screens(tx, person.id) if s.buttons]
    return bool(shown) and max(shown, key=lambda s: s.message_id).topic == CELEBRATED
