"""Before an update is stored: whose words these are, of those who share a phone, and what for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from content.schema.consultation import QuestionKind
from engagement.errors import OldButton
from storage.people import contacts
from usecases.broadcasts import decline_reason
from usecases.consultations import places, typed_answers
from usecases.conversation.raw_updates import heard_in, message_in, pressed_in, verb_of
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.people import whose_turn, words_in_hand
from usecases.people.heard import MARK, TAKES_PHONE, parted
from usecases.people.identify import recognise
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
    person = replace(who, sent=sent)
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


async def changes_hands(tx: Transaction, chat: int, update: Mapping[str, Any]) -> bool:
    """Whether this is a tap of somebody else than the one who has the phone just now."""
    tap = pressed_in(update)
    if tap is None or MARK not in tap:
        return verb_of(update) in TAKES_PHONE
    known = await contacts.contact_of(tx, chat)
    try:
        return known is not None and parted(tap)[1] != known.answering
    except OldButton:
        return False
