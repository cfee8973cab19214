"""Storing incoming updates: cleaned before they are stored, stored before they are confirmed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from content.asked_in_words import asks_to_complain
from content.typed_words import keyed
from engagement.consultations.late import Gap
from engagement.consultations.receipt import receipt_code
from engagement.people.redaction import redacted, sender_of
from storage.conversation import inbox, lanes
from storage.conversation.inbox import Incoming
from storage.conversation.inbox import Received as Received
from usecases.broadcasts import held_sends
from usecases.consultations import places
from usecases.conversation import safety, whose_words
from usecases.conversation.asks_for_words import ASKS_FOR_WORDS, ENDS_WRITING, typed_labels
from usecases.conversation.raw_updates import (
    command_of,
    complains,
    has_voice,
    has_words,
    is_command,
    manages,
    message_in,
    refers,
    sender_in,
    sends,
    starts,
    verb_of,
)
from usecases.conversation.typed_words import Waiting
from usecases.people.identify import Person, by_id, recognise
from usecases.release import all_in
from usecases.world import Transaction, World

TRIES = 3
KEPT_AS_WRITTEN = frozenset(
    {
        Waiting.BROADCAST,
        Waiting.QUESTION,
        Waiting.PLACE,
        Waiting.COMPLAINT,
        Waiting.OUTCOME,
        Waiting.REQUEST,
        Waiting.READING,
        Waiting.SUBMISSION,
        Waiting.ALERT,
        Waiting.REASON,
        Waiting.DECIDING,
        Waiting.STOPPING,
    }
)
"""What words may be meant for that are themselves what is kept."""
STRANGERS_LANE = 0


@dataclass(frozen=True, slots=True)
class PendingReply:
    """A person whose reply may not have been sent before a crash, and the updates it answers."""

    seqs: tuple[int, ...]
    person: Person


async def take_in(
    tx: Transaction,
    world: World,
    bot: int,
    updates: Sequence[Mapping[str, Any]],
    *,
    arrived: Mapping[int, datetime] | None = None,
    gap: Gap | None = None,
) -> list[Received]:
    """Store those of these raw updates that are new, without the personal data nobody needs.

    ``arrived`` says when each arrived, by its id, if that isn't now: it waited for the database.
    ``gap`` is the last time in which nothing was received. It is stored with what came just after.
    """
    if gap is not None and min((arrived or {}).values(), default=world.now()) <= gap.taps_until:
        await all_in.note_gap(tx, gap)
    meant: dict[int, Waiting] = {}
    incoming: list[Incoming] = []
    for update in updates:
        who, chat = sender_of(update)
        received_at = (arrived or {}).get(int(update["update_id"]), world.now())
        if chat is not None:
            begun = await _begun_with(tx, world, chat, update, received_at)
            meant |= {} if begun is None else {chat: begun}
        if chat is not None and chat not in meant and has_words(update):
            meant[chat] = await whose_words.meant_for(tx, world, chat, update, received_at)
        purpose = meant.get(chat or 0, Waiting.NOTHING)
        if chat is not None:
            purpose = await _purpose(tx, world, chat, update, purpose)
        speaks = chat is not None and has_voice(update) and await _has_joined(tx, world, chat)
        lane = who or chat or STRANGERS_LANE
        place = purpose is Waiting.PLACE or await _may_reach_a_place(
            tx, world, lane, incoming, update
        )
        kept = safety.marked(_kept(update, purpose, world, place=place, voice=speaks), update)
        if chat is not None and safety.is_marked(kept) and await _is_known(tx, world, chat):
            kept = safety.with_words_as_written(kept, update)
        incoming.append(_incoming(kept, lane, received_at))
    return await inbox.store(tx, bot, incoming, world.now())


async def _begun_with(
    tx: Transaction, world: World, chat: int, update: Mapping[str, Any], received_at: datetime
) -> Waiting | None:
    """What the next words are for after this tap, or typed label, which is not acted on yet; None
    where it changes nothing."""
    if asks := await _asked_by_label(tx, world, chat, update):
        return asks
    if (begun := _begun_by(update)) is not None:
        return await _if_allowed(tx, world, chat, begun)
    # The next message in this batch may be a postcode.
    if _may_begin_moving(update):
        return Waiting.NOTHING
    return await whose_words.after_the_tap(tx, world, chat, update, received_at)


def _incoming(kept: Mapping[str, Any], lane: int, received_at: datetime) -> Incoming:
    payload = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return Incoming(int(kept["update_id"]), lane, payload, received_at)


def _kept(
    update: Mapping[str, Any], meant: Waiting, world: World, *, place: bool, voice: bool
) -> dict[str, Any]:
    """The update as it may be stored; only its id if it cannot be cleaned."""
    says = not is_command(update) or complains(update) or sends(update) or manages(update)
    words = meant in KEPT_AS_WRITTEN and says
    for_many = words and meant is Waiting.BROADCAST
    try:
        return redacted(
            update,
            # The code of a start link, or a reference, is a random word that may look like
            # anything.
            exact_text=words or starts(update) or refers(update),
            ward_of=world.library.ward_of,
            districts=world.library.districts,
            links=for_many,
            forwarded_text=for_many,
            places=place,
            voice=voice,
        )
    except (RecursionError, TypeError, ValueError):
        return {"update_id": update["update_id"]}


async def waiting(tx: Transaction) -> list[Received]:
    """Updates stored and not yet acted on, in order: left behind by a crash, or put back."""
    await inbox.take_put_back(tx)
    return await inbox.waiting(tx)


async def still_waits(tx: Transaction, seq: int) -> bool:
    """Whether this update is not yet acted on."""
    return await inbox.still_waits(tx, seq)


async def done(tx: Transaction, world: World, seq: int, person: int | None) -> None:
    """Mark the update as done and empty it, in the same transaction as its effect."""
    await inbox.mark_done(tx, seq, person=person, now=world.now())


async def replied(tx: Transaction, world: World, seqs: Sequence[int]) -> None:
    """Mark the replies to these updates as sent."""
    await inbox.mark_replied(tx, seqs, world.now())


async def failed(tx: Transaction, world: World, seq: int, why: str) -> str | None:
    """Count a failed attempt, and set the update aside after the third; then return its reference.

    ``why`` names classes and places in the code, never what a person wrote.
    """
    if await inbox.note_attempt(tx, seq) < TRIES:
        return None
    return await _set_aside(tx, world, seq, f"failed three times: {why}")


async def unreadable(tx: Transaction, world: World, seq: int, why: str) -> str:
    """Quarantine an update that cannot be read. Returns the reference a person can quote."""
    return await _set_aside(tx, world, seq, f"cannot be read: {why}")


async def _set_aside(tx: Transaction, world: World, seq: int, reason: str) -> str:
    reference = receipt_code(world.draw())
    return await inbox.quarantine(tx, seq, reference, reason=reason, now=world.now())


async def language_of(tx: Transaction, world: World, update: Mapping[str, Any]) -> str:
    """The language in which the bot writes to the sender of this update."""
    _, chat = sender_of(update)
    asked = str(sender_in(update).get("language_code") or "en")[:2]
    return (await recognise(tx, world, chat or 0, asked)).language


async def pending_replies(
    tx: Transaction, world: World, *, longer_than: float = 0.0
) -> list[PendingReply]:
    """Everyone whose update was acted on at least ``longer_than`` seconds ago and whose reply may
    not have been sent."""
    if await held_sends.held(tx) is not None:
        return []
    late = timedelta(seconds=longer_than)
    by_person: dict[int, list[int]] = {}
    for seq, person_id in await inbox.unanswered(tx, world.now(), late):
        by_person.setdefault(person_id, []).append(seq)
    found = []
    for person_id, seqs in by_person.items():
        person = await by_id(tx, world, person_id)
        if person is None:
            await inbox.mark_replied(tx, seqs, world.now())
        else:
            found.append(PendingReply(tuple(seqs), person))
    return found


async def is_reply_pending(tx: Transaction, world: World, person: Person) -> bool:
    """Whether a reply to something that this person did before is still on its way."""
    return any(who == person.id for _, who in await inbox.unanswered(tx, world.now()))


async def _purpose(
    tx: Transaction, world: World, chat: int, update: Mapping[str, Any], meant: Waiting
) -> Waiting:
    """What this message is for, where it says so itself; else what words are ``meant`` for."""
    if "edited_message" in update:
        return await whose_words.meant_by_edit(tx, world, chat, update)
    if sends(update):
        return await _if_allowed(tx, world, chat, Waiting.BROADCAST)
    if manages(update):
        # People read the reason as it was written.
        return await _if_allowed(tx, world, chat, Waiting.OUTCOME)
    if complains(update) and await _is_known(tx, world, chat):
        return Waiting.COMPLAINT
    return meant


async def _may_reach_a_place(
    tx: Transaction,
    world: World,
    lane: int,
    before: Sequence[Incoming],
    update: Mapping[str, Any],
) -> bool:
    """Whether a question for a place may be the open one by the time these words are acted on:
    something of this sender comes first, in this batch or from an earlier one."""
    if not has_words(update) or not places.may_be_asked(world):
        return False
    in_batch = any(one.lane == lane for one in before)
    return in_batch or await lanes.is_waited_in(tx, lane)


async def _is_known(tx: Transaction, world: World, chat: int) -> bool:
    return (await recognise(tx, world, chat)).contact is not None


async def _has_joined(tx: Transaction, world: World, chat: int) -> bool:
    """Whether this is a resident: nobody else's voice note can be an answer. Which question is open
    may change with what came before it in this batch, and is looked at when it is acted on."""
    return (await recognise(tx, world, chat)).has_joined


async def _if_allowed(tx: Transaction, world: World, chat: int, begun: Waiting) -> Waiting:
    """What words are for after this person has begun that, if they can begin it."""
    person = await recognise(tx, world, chat)
    writer = person.contact if begun is Waiting.COMPLAINT else person.staff
    return begun if writer is not None else Waiting.NOTHING


def _may_begin_moving(update: Mapping[str, Any]) -> bool:
    verb = verb_of(update)
    if verb is not None:
        return verb.startswith("m") or verb in ENDS_WRITING
    return is_command(update)


def _begun_by(update: Mapping[str, Any]) -> Waiting | None:
    """What words are for after this command or tap, or the same in words, where it asks for words
    that are kept."""
    verb = verb_of(update)
    if verb is not None:
        return ASKS_FOR_WORDS.get(verb)
    said = str((message_in(update) or {}).get("text", ""))
    words = said.split()
    if command_of(words) == "/complain" or asks_to_complain(said):
        return Waiting.COMPLAINT
    return Waiting.ALERT if command_of(words) == "/close" and len(words) == 2 else None


async def _asked_by_label(
    tx: Transaction, world: World, chat: int, update: Mapping[str, Any]
) -> Waiting | None:
    """What words are for after a member of staff has typed the label of a button that asks for
    them; None for anything else that was typed, and for everybody else."""
    asks = typed_labels().get(keyed(str((message_in(update) or {}).get("text", ""))))
    if asks is None or await _if_allowed(tx, world, chat, asks) is Waiting.NOTHING:
        return None
    return asks
