"""Putting what people wrote on the reading lists: at night while a consultation is open, and when
it has closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from content.schema.authored import local
from content.schema.consultation import Consultation, QuestionKind
from engagement.consultations.lifecycle import has_begun
from engagement.consultations.reading import (
    LARGEST_NUMBER,
    OTHER,
    language_of,
    may_appear,
    night_of,
    same_words,
)
from storage.consultations import new_texts
from storage.consultations.new_texts import Group, NewText
from storage.operations import deployment
from usecases.consultations.reading_access import LISTED, is_still_open, when_closed
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World

AT_ONCE = 100
"""Texts that are put on a list in one transaction, so that a tap meanwhile hardly waits."""
TURNS = 20
"""Transactions in a minute: those who tap come in between."""


async def list_new_texts(tx: Transaction, world: World) -> bool:
    """Put the next new texts of one consultation on its list. Returns whether there may be more.

    While it is open they appear once a night, if they are of enough people, and only those written
    before that night: nobody can tell whose text is there now and wasn't before.
    """
    now = world.now()
    night = night_of(local(now, world.library.council.timezone))
    for consultation in world.all_consultations:
        if not has_begun(consultation, now):
            continue
        is_open = await is_still_open(tx, world, consultation)
        if is_open and night is None:
            continue
        upto = f"night {night.isoformat()}" if is_open and night else when_closed(consultation)
        fact = LISTED + consultation.slug
        if await deployment.fact(tx, fact) == upto:
            continue
        before = night if is_open else None
        if not await _list(tx, world, consultation, before=before):
            await deployment.remember(tx, fact, upto)
            continue
        return True
    return False


async def _list(
    tx: Transaction, world: World, consultation: Consultation, *, before: datetime | None
) -> bool:
    """Put some texts on the list. Returns whether there are more."""
    questions = [q.key for q in consultation.questions if q.kind is QuestionKind.TEXT]
    slug = consultation.slug
    found = await new_texts.new_texts(tx, slug, questions, before=before, most=AT_ONCE)
    harmless = [one for one in found if not holds_danger(one.text)]
    people = {one.resident for one in harmless}
    if not found or not may_appear(len(people), is_open=before is not None):
        if before is None:
            # Words of danger alone: they are never on the list.
            await new_texts.add_writers(tx, slug, dict.fromkeys(found))
        return False
    hashes = {one: _hash(one) for one in harmless}
    groups = await new_texts.groups_with(tx, slug, {*hashes.values()})
    numbers: dict[NewText, int | None] = dict.fromkeys(found)
    fresh: dict[tuple[str, str, str], list[NewText]] = {}
    for one in harmless:
        key = (one.question, one.kind.value, hashes[one])
        if key in groups:
            numbers[one] = groups[key]
        else:
            fresh.setdefault(key, []).append(one)
    drawn = await _numbers(tx, world, len(fresh))
    made = []
    for number, (key, texts) in zip(drawn, fresh.items(), strict=True):
        numbers |= dict.fromkeys(texts, number)
        made.append(_group(number, key, texts))
    await new_texts.add_groups(tx, slug, made, world.now())
    joined = {n for one in harmless if one.was_read and (n := numbers[one]) is not None}
    await new_texts.mark_changed(tx, [*joined])
    await new_texts.add_writers(tx, slug, numbers)
    return len(found) == AT_ONCE


def _hash(one: NewText) -> str:
    """What tells the same words. Each voice note is a text of its own, written down or not: what an
    officer has heard in it can be corrected."""
    return same_words(f"voice {one.voice}" if one.voice else one.text)


def _group(number: int, key: tuple[str, str, str], texts: Sequence[NewText]) -> Group:
    question, _, words = key
    first = texts[0]
    return Group(
        number=number,
        question=question,
        kind=first.kind,
        same_words=words,
        language=language_of(first.text) if first.text else OTHER,
        is_changed=any(one.was_read for one in texts),
        from_voice=bool(first.voice),
    )


async def _numbers(tx: Transaction, world: World, count: int) -> list[int]:
    """``count`` random numbers that no text has."""
    found: list[int] = []
    while len(found) < count:
        # In the order in which they were drawn: sorted, they would tell the order of the texts.
        drawn = [world.draw() % LARGEST_NUMBER + 1 for _ in range(count - len(found))]
        used = await new_texts.taken(tx, drawn)
        found += [n for n in dict.fromkeys(drawn) if n not in used and n not in found]
    return found


async def number_for(tx: Transaction, world: World) -> int:
    """A random number for one more text."""
    return (await _numbers(tx, world, 1))[0]
