"""Before an update is stored: whose words these are, of those who share a phone, and what for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from content.schema.consultation import QuestionKind
from engagement.errors import OldButton
from usecases.broadcasts import decline_reason
from usecases.consultations import places, typed_answers
from usecases.conversation.raw_updates import heard_in, message_in, pressed_in
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.people import whose_turn, words_in_hand
from usecases.people.heard import BEGINS, HANDS_BACK, MARK, TAKES_PHONE, parted, verb_in
from usecases.people.identify import Person, recognise
from usecases.release import all_in
from usecases.world import Transaction, World


async def meant_for(
    tx: Transaction, world: World, chat: int, update: Mapping[str, Any], received_at: datetime
) -> Waiting:
    """What this person's words are for: an answer and a broadcast are stored as written, and of a
    broadcast also the addresses behind words. With several people on a phone they are the words of
    one of them, or nobody knows whose."""
    sent = all_in.sent_of(update, received_at)
    owner = await recognise(tx, world, chat)
    who, asks = await whose_turn.meant(tx, world, owner, heard_in(update, sent.moment))
    if asks is not None:
        return Waiting.NOTHING
    return await _waits(tx, world, replace(who, sent=sent))


async def _waits(tx: Transaction, world: World, person: Person) -> Waiting:
    waits = await waiting_for(tx, world, person)
    found = waits.what
    if waits.question is not None and waits.question.kind is QuestionKind.PLACE:
        return Waiting.PLACE
    if found is Waiting.NOTHING and await typed_answers.may_say_more(tx, world, person):
        return Waiting.QUESTION
    if found is Waiting.NOTHING and decline_reason.may_be_meant(world, person):
        return Waiting.REASON
    return found


async def meant_by_edit(
    tx: Transaction, world: World, chat: int, update: Mapping[str, Any]
) -> Waiting:
    """What an edited message is for: if it gave an answer, its words are stored as written."""
    found = (message_in(update) or {}).get("message_id")
    owner = await recognise(tx, world, chat)
    person, _ = await whose_turn.meant(tx, world, owner, heard_in(update, world.now()))
    written = words_in_hand.written_in(person, found) if isinstance(found, int) else None
    if written is None:
        return Waiting.NOTHING
    return Waiting.PLACE if places.asks_for_one(world, written) else Waiting.QUESTION


async def after_the_tap(
    tx: Transaction, world: World, chat: int, update: Mapping[str, Any], received_at: datetime
) -> Waiting | None:
    """What the next words are for after a tap with which the phone changes hands, and which is not
    acted on yet: what waits for the one who has it then. None where it doesn't change hands."""
    tap = pressed_in(update)
    if tap is None:
        return None
    plain, mark, _ = tap.partition(MARK)
    if not mark and verb_in(plain) not in TAKES_PHONE:
        return None
    if verb_in(plain) == BEGINS:
        # Somebody new, who has nothing to answer yet.
        return Waiting.NOTHING
    owner = await recognise(tx, world, chat)
    try:
        _, seat = parted(tap)
        if plain == HANDS_BACK or seat is None:
            who = owner
        elif owner.contact is None or seat == owner.contact.answering:
            return None
        else:
            who = await whose_turn.in_seat(tx, world, owner, seat)
    except OldButton:
        return None
    sent = all_in.sent_of(update, received_at)
    return await _waits(tx, world, replace(who, sent=sent))
