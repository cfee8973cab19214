"""The quick polls that typed words may be for: those in one message, and others further up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engagement.broadcasts.refusals import PollIsACopy, PollNotForYou
from engagement.errors import NotJoined, OldButton
from storage.broadcasts import deliveries
from storage.consultations import polls
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.consultations import answer_poll
from usecases.consultations.answer_poll import PollShown
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.world import Transaction, World

_KEY = "poll"
"""The beginning of the key under which it is noted which message gave an answer."""


@dataclass(frozen=True, slots=True)
class PollInFront:
    """A quick poll in front of somebody who types. ``listed``: its answers are shown there, not
    behind a button."""

    shown: PollShown
    is_open: bool
    listed: bool = True


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Words at quick polls that are none of their answers; ``unclear``: they may be several."""

    polls: tuple[PollShown, ...]
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class WhichPoll:
    """Words that answer several quick polls: which is meant? By place, the answer to each."""

    text: str
    polls: tuple[tuple[PollShown, int], ...]


@dataclass(frozen=True, slots=True)
class PollLater:
    """Somebody wants to answer this quick poll later."""

    shown: PollShown


async def in_message(
    tx: Transaction, world: World, person: Person, message_id: int
) -> tuple[PollInFront, ...]:
    """The quick polls that a broadcast in this person's chat holds."""
    if person.contact is None or not person.has_joined:
        return ()
    held = await deliveries.broadcasts_of_message(tx, person.contact.id, message_id)
    found = [await answer_poll.of_broadcast(tx, world, person, one) for one in held]
    alone = len(held) == 1
    return tuple(PollInFront(*one, listed=alone) for one in found if one is not None)


async def unanswered_beside(
    tx: Transaction, world: World, person: Person, one: PollInFront
) -> tuple[PollInFront, ...]:
    """The quick polls that came in one message with this one, and wait for an answer."""
    if person.contact is None or not person.has_joined:
        return ()
    subject = await codes.subject_of(tx, CodeKind.BROADCAST, one.shown.code)
    message = await deliveries.message_of(tx, person.contact.id, int(subject or 0))
    held = () if message is None else await in_message(tx, world, person, message)
    waits = (p for p in held if p.is_open and p.shown.mine is None)
    return tuple(p for p in waits if p.shown.code != one.shown.code)


async def coded(
    tx: Transaction,
    world: World,
    person: Person,
    codes: Iterable[tuple[int, int | None]],
    *,
    listed: bool = True,
) -> tuple[PollInFront, ...]:
    """The quick polls with these codes and tags, as buttons carry them (None: the tag isn't known),
    of those that were sent to this person."""
    found = []
    for code, tag in dict.fromkeys(codes):
        try:
            one = await answer_poll.as_sent(tx, world, person, code, tag)
        except (OldButton, PollIsACopy, PollNotForYou, NotJoined):
            continue
        found.append(PollInFront(*one, listed=listed))
    return tuple(found)


async def still_open(tx: Transaction, world: World, person: Person) -> tuple[PollInFront, ...]:
    """The quick polls that this person was sent and can still answer."""
    if person.contact is None or not person.has_joined:
        return ()
    held = await deliveries.open_polls_of(tx, person.contact.id, world.now())
    found = [await answer_poll.of_broadcast(tx, world, person, one) for one in held]
    return tuple(PollInFront(*one) for one in found if one is not None)


async def answered(tx: Transaction, world: World, person: Person) -> tuple[PollInFront, ...]:
    """The quick polls that this person has answered, as long as their answers are kept. Raises
    NotJoined."""
    resident, _ = person.resident
    held = await polls.held_of(tx, resident)
    found = [await answer_poll.of_broadcast(tx, world, person, one) for one in held]
    return tuple(PollInFront(*one) for one in found if one is not None)


async def note_typed(
    tx: Transaction, world: World, person: Person, shown: PollShown, message_id: int
) -> None:
    """Note that this message of theirs is about this poll: an edit of it changes the answer."""
    key = f"{_KEY}:{shown.code}:{shown.tag}"
    await words_in_hand.note_written(tx, world, person, key, message_id)


async def typed_in(
    tx: Transaction, world: World, person: Person, message_id: int
) -> tuple[PollInFront, ...]:
    """The quick poll that this message of theirs was about; none for any other message."""
    kind, *code = (words_in_hand.written_in(person, message_id) or "").split(":")
    if kind != _KEY or len(code) != 2:
        return ()
    return await coded(tx, world, person, [(int(code[0]), int(code[1]))])
