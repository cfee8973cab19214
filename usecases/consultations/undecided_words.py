"""Words on offer whose time runs out: one notice to their author, a day before or at the close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from content.schema.consultation import Consultation
from engagement.broadcasts.delivery import Reach
from engagement.consultations.lifecycle import has_ended
from engagement.consultations.steering import why_withdrawn
from storage.conversation import drafts
from usecases.broadcasts import held_sends
from usecases.consultations.typed_answers import Offer, offer_of
from usecases.people import words_in_hand
from usecases.people.identify import Person, by_id
from usecases.people.words_of_danger import may_be_quoted
from usecases.release import all_in
from usecases.world import Transaction, World

LAST_DAY = timedelta(days=1)
STILL_WRITING = timedelta(hours=1)
"""Somebody who wrote this short a time ago has the offer before their eyes."""


@dataclass(frozen=True, slots=True)
class WordsNotSent:
    """Questions have closed or were withdrawn (``why_withdrawn``), and these words, which were on
    offer, were not sent. Words of danger are not among them."""

    consultation: Consultation
    texts: tuple[str, ...]
    why_withdrawn: str | None = None


async def before_handing_back(tx: Transaction, world: World, person: Person) -> Offer | None:
    """Words of somebody on another's phone who hands it back, and has not decided on them: to be
    offered once more, as nothing is sent to them later. None if there are none, or they know."""
    if person.guest is None or not person.has_joined:
        return None
    words = await words_in_hand.still_offered(tx, world, person)
    untold = {key: text for key, text in words.items() if not words_in_hand.is_told(person, key)}
    for key, text in untold.items():
        offer = await offer_of(tx, world, person, key, text)
        if offer is not None:
            await words_in_hand.note_told(tx, world, person, [*untold])
            return replace(offer, handing_back=True)
    return None


@dataclass(frozen=True, slots=True)
class UndecidedNotice:
    """What to show to the author of words on offer, and the keys of these words."""

    person: Person
    keys: tuple[str, ...]
    value: Offer | WordsNotSent


async def due(tx: Transaction, world: World) -> list[UndecidedNotice]:
    """The notices to send now. People who stopped messages get none."""
    now = world.now()
    closing = {
        slug
        for slug, found in world.loaded.consultations.items()
        if now >= found.consultation.closes_at - LAST_DAY
        and now < found.consultation.closes_at + drafts.LIFETIME
    }
    if not closing or await held_sends.held(tx) is not None:
        return []
    notices = []
    for contact_id, draft in await drafts.of_kind(tx, words_in_hand.ON_OFFER):
        by_slug: dict[str, dict[str, str]] = {}
        for key, text in draft.data.get("offered", {}).items():
            by_slug.setdefault(key.partition("/")[0], {})[key] = text
        for slug in closing & by_slug.keys():
            person = await by_id(tx, world, contact_id)
            notice = person and await _notice(tx, world, person, slug, by_slug[slug])
            if notice:
                notices.append(notice)
    return notices


async def _notice(
    tx: Transaction, world: World, person: Person, slug: str, words: Mapping[str, str]
) -> UndecidedNotice | None:
    untold = tuple(key for key in words if not words_in_hand.is_told(person, key))
    consultation = world.consultation(slug).consultation
    is_closed = has_ended(consultation, world.now())
    if is_closed and not await all_in.is_all_in(tx, world, consultation):
        # A yes that was sent before the close may still come in.
        return None
    if is_closed and not untold:
        await _drop(tx, world, person, tuple(words))
        return None
    since = words_in_hand.offered_at(person)
    if not untold or person.contact is None or person.contact.reach is not Reach.REACHABLE:
        return None
    if is_closed:
        texts = tuple(words[key] for key in untold if may_be_quoted(words[key]))
        not_sent = WordsNotSent(consultation, texts, why_withdrawn(consultation))
        return UndecidedNotice(person, tuple(words), not_sent)
    offers = [await offer_of(tx, world, person, key, words[key]) for key in untold]
    offer = next((one for one in offers if one is not None), None)
    if offer is None or (since is not None and world.now() - since < STILL_WRITING):
        return None
    return UndecidedNotice(person, tuple(words), replace(offer, closing=True))


async def mark_told(tx: Transaction, world: World, notice: UndecidedNotice) -> None:
    """Note that the author has had the notice. What can't be sent any more is dropped."""
    person = await by_id(tx, world, notice.person.id or 0)
    if person is None:
        return
    if isinstance(notice.value, WordsNotSent):
        await _drop(tx, world, person, notice.keys)
    else:
        await words_in_hand.note_told(tx, world, person, notice.keys)


async def _drop(tx: Transaction, world: World, person: Person, keys: tuple[str, ...]) -> None:
    for key in keys:
        person = await words_in_hand.settle(tx, world, person, key)
