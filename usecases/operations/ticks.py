"""What time brings: what has outlived its purpose is deleted. Harmless when done twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from content.schema import QuestionKind, local
from storage.consultations import answers_retention
from storage.conversation import drafts, inbox
from storage.operations import deployment
from storage.people import residents
from usecases.people import leave
from usecases.people.identify import by_id
from usecases.world import Transaction, World

ARRIVALS_KEPT = timedelta(hours=24)
QUARANTINE_KEPT = timedelta(days=7)
LINK_KEPT = timedelta(days=365)
"""From when we last heard of somebody: the privacy notice's 12 months."""
WORDS_KEPT = timedelta(days=365)
"""From the day people were to hear the decision: the privacy notice's 12 months more."""

LEAP = timedelta(days=90)
"""So long nobody looks away, and a clock set wrong by a year must not forget everybody at once."""

TIDIED = "tidied"
"""The fact that says on which day months and years were last looked at."""
ALIVE = "alive"
"""The fact that says when this deployment last looked at its clock."""
NIGHT = range(2, 5)
"""Hours of the council's own clock in which writers may wait for a moment."""


async def tidy(tx: Transaction, world: World) -> list[int]:
    """Drop arrivals who never agreed, drafts past their days, old quarantine, links nobody has
    used for a year and words a year past their decision. The contact ids of links that were cut.
    """
    now = world.now()
    before = await last_alive(tx)
    await look_at_clock(tx, world)
    if await residents.drop_old_arrivals(tx, now - ARRIVALS_KEPT):
        await deployment.remember(tx, leave.REWRITE, "due")
    await drafts.drop_expired(tx, now)
    await inbox.empty_quarantine(tx, now - QUARANTINE_KEPT)
    today = local(now, world.library.council.timezone).date().isoformat()
    if await deployment.fact(tx, TIDIED) == today:
        return []
    await deployment.remember(tx, TIDIED, today)
    if before is not None and now - before > LEAP:
        # Somebody may have set the clock wrong: what cannot be undone waits a day for them.
        return []
    await _drop_old_words(tx, world, now)
    return await _cut_silent_links(tx, world, now)


async def look_at_clock(tx: Transaction, world: World) -> None:
    """Keep that this deployment runs and looked at its clock now."""
    await deployment.remember(tx, ALIVE, world.now().isoformat())


async def last_alive(tx: Transaction) -> datetime | None:
    """When this deployment last looked at its clock, aware; None where it never ran."""
    last = await deployment.fact(tx, ALIVE)
    return None if last is None else datetime.fromisoformat(last)


async def _cut_silent_links(tx: Transaction, world: World, now: datetime) -> list[int]:
    cut = []
    for contact_id in await residents.silent_since(tx, now - LINK_KEPT):
        person = await by_id(tx, world, contact_id)
        if person is not None:
            await leave.forget(tx, world, person)
            cut.append(contact_id)
    return cut


async def _drop_old_words(tx: Transaction, world: World, now: datetime) -> None:
    for consultation in world.all_consultations:
        decided = datetime.combine(consultation.hear_by, time.max, UTC)
        if decided + WORDS_KEPT < now:
            words = [q.key for q in consultation.questions if q.kind is QuestionKind.TEXT]
            await answers_retention.drop_words(tx, consultation.slug, words)


async def rewrite_is_due(tx: Transaction, world: World) -> bool:
    """Whether it is night and a link was cut since the file was last written anew."""
    zone = world.library.council.timezone
    if local(world.now(), zone).hour not in NIGHT:
        return False
    return await deployment.fact(tx, leave.REWRITE) == "due"


async def note_rewritten(tx: Transaction) -> None:
    """The file has been written anew."""
    await deployment.remember(tx, leave.REWRITE, "done")
