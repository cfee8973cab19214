"""/news: updates and outcomes for a resident's wards and themes, and what came of their answers,
the latest first."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from content.schema.consultation import Consultation
from content.schema.council import Ward
from content.schema.plan import Theme
from engagement.broadcasts.audience import is_news_for
from engagement.broadcasts.lifecycle import BroadcastKind
from storage.broadcasts import records, started
from storage.broadcasts.records import Broadcast
from storage.consultations import responses
from storage.people import follows
from storage.people.follows import FollowKind
from usecases.broadcasts.before_election import is_withheld
from usecases.broadcasts.corrected import corrections_of
from usecases.people import choose_ward
from usecases.people.identify import Person
from usecases.people.weekly import WeeklyLimit, limit_of
from usecases.world import Transaction, World

PAGE = 4
MOST_PAGES = 50
"""How many pages a resident can turn back. Older news would need a search; there is none yet."""

SHOWN = (BroadcastKind.UPDATE, BroadcastKind.URGENT, BroadcastKind.OUTCOME)
"""The kinds that are news. A correction is shown with what it corrects."""

FIRST_LOOK, FURTHER = 100, 500
"""How many broadcasts are read first, and then each time those were not enough."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One update or outcome as it was sent, with what has been put right since; without its text
    where its author took that back. ``wards`` are those of the reader's, present or former, that it
    is for; empty where it is for their home."""

    at: datetime
    text: str
    corrections: tuple[str, ...] = ()
    theme: Theme | None = None
    outcome_of: Consultation | None = None
    wards: tuple[Ward, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """A page of news, 0 the latest. ``older`` is the number of the next page; None on the last.
    ``lapsed`` are followed wards that are no longer in force."""

    wards: tuple[Ward, ...]
    themes: tuple[Theme, ...]
    items: tuple[NewsItem, ...]
    older: int | None
    limit: WeeklyLimit
    page: int = 0
    lapsed: tuple[Ward, ...] = ()


async def read(tx: Transaction, world: World, person: Person, page: int = 0) -> News:
    """/news: page ``page``, where 0 is the latest. Raises NotJoined."""
    wards = await wards_of(tx, world, person)
    themes = await themes_of(tx, world, person)
    resident, home = person.resident
    answered = await responses.wards_answered_for(tx, resident)
    codes, slugs = [w.code for w in wards], [t.slug for t in themes]
    begin = min(page, MOST_PAGES) * PAGE
    found: list[tuple[Broadcast, datetime]] = []
    async for broadcast, at in sent(tx, SHOWN):
        is_news = is_news_for(broadcast.wards, broadcast.theme, wards=codes, themes=slugs)
        is_theirs = is_news or _came_of(broadcast, answered)
        if is_theirs and await _is_shown(tx, world, broadcast, codes[0]):
            found.append((broadcast, at))
        if len(found) > begin + PAGE:
            break
    shown = found[begin : begin + PAGE]
    ids = [one.id for one, _ in shown]
    texts, wrong = await records.variants_of(tx, ids), await corrections_of(tx, world, ids)
    return News(
        wards=wards,
        themes=themes,
        items=tuple(
            replace(
                _item(world, one, at, _said(texts[one.id], person.language), codes, answered),
                corrections=wrong.shown(one.id, codes[0]),
            )
            for one, at in shown
        ),
        older=page + 1 if len(found) > begin + PAGE and page < MOST_PAGES else None,
        limit=limit_of(world, person),
        page=min(page, MOST_PAGES),
        lapsed=await choose_ward.lapsed_wards(tx, world, person, home=home),
    )


async def _is_shown(tx: Transaction, world: World, found: Broadcast, home: str) -> bool:
    """Whether anything of it may be read: of a message that its author took back, what put it right
    for those who have it."""
    if found.taken_back_at is None:
        return not is_withheld(world, found, home)
    if is_withheld(world, replace(found, taken_back_at=None), home):
        return False
    return bool((await corrections_of(tx, world, [found.id])).shown(found.id, home))


async def wards_of(tx: Transaction, world: World, person: Person) -> tuple[Ward, ...]:
    """The resident's own ward and those they follow. Raises NotJoined."""
    _, home = person.resident
    return (world.ward(home), *await choose_ward.followed_wards(tx, world, person))


async def themes_of(tx: Transaction, world: World, person: Person) -> tuple[Theme, ...]:
    """The themes this person follows, in the plans' order; none means all."""
    if person.contact is None:
        return ()
    found = {
        subject
        for kind, subject in await follows.followed(tx, person.contact.id)
        if kind is FollowKind.THEME
    }
    return tuple(theme for theme in world.library.themes if theme.slug in found)


async def sent(
    tx: Transaction, kinds: Sequence[BroadcastKind]
) -> AsyncIterator[tuple[Broadcast, datetime]]:
    """Every broadcast of these kinds that was sent, with the time, the latest first."""
    after: tuple[datetime, int] | None = None
    while True:
        # Each query sorts all broadcasts, so if the first was not enough the next ones read more.
        most = FIRST_LOOK if after is None else FURTHER
        part = await started.news(tx, kinds=kinds, after=after, most=most)
        for one in part:
            yield one
        if not part:
            return
        after = (part[-1][1], part[-1][0].id)


def _came_of(broadcast: Broadcast, answered: Mapping[str, str]) -> bool:
    """Whether this says what came of an answer given for a ward it was sent to, also after the
    person has moved."""
    is_outcome = broadcast.kind is BroadcastKind.OUTCOME
    return is_outcome and answered.get(broadcast.consultation or "") in broadcast.wards


def _said(variants: dict[str, tuple[int, str]], language: str) -> str:
    return variants[language if language in variants else "en"][1]


def _item(
    world: World,
    sent: Broadcast,
    at: datetime,
    text: str,
    own: Sequence[str],
    answered: Mapping[str, str],
) -> NewsItem:
    closed = world.loaded.consultations.get(sent.consultation or "")
    is_outcome = sent.kind is BroadcastKind.OUTCOME and closed is not None
    elsewhere = () if own[0] in sent.wards else (*own[1:], answered.get(sent.consultation or ""))
    return NewsItem(
        at=at,
        text=text if sent.taken_back_at is None else "",
        theme=world.library.theme(sent.theme) if sent.theme else None,
        outcome_of=closed.consultation if is_outcome and closed is not None else None,
        wards=tuple(world.ward(code) for code in elsewhere if code and code in sent.wards),
    )
