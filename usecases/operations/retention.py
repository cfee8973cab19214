"""Retention: deleting what has outlived its purpose, at every tick. Harmless when run twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from content.schema.authored import local
from content.schema.consultation import QuestionKind
from storage.consultations import answers_retention
from storage.conversation import drafts, inbox
from storage.operations import deployment
from storage.people import arrivals, contacts
from usecases.operations.heartbeat import last_alive, look_at_clock
from usecases.people import leave
from usecases.people.identify import by_id
from usecases.world import Transaction, World

ARRIVALS_KEPT = timedelta(hours=24)
QUARANTINE_KEPT = timedelta(days=7)
LINK_KEPT = timedelta(days=365)
"""Counted from when we last heard from a person: the privacy notice's 12 months."""
WORDS_KEPT = timedelta(days=365)
"""Counted from the day by which people were to hear the decision: the privacy notice's further 12
months."""

LEAP = timedelta(days=90)
"""No deployment is down for this long, so the clock is probably wrong: a clock set wrong by a year
must not delete everybody at once."""

TIDIED = "tidied"
"""The fact that holds the day on which the yearly limits were last checked."""
NIGHT = range(2, 5)
"""The hours, in the council's own time, in which writers may be kept waiting for a moment."""


async def tidy(tx: Transaction, world: World) -> list[int]:
    """Delete arrivals who never agreed, expired drafts, old quarantined updates, links unused for a
    year, and free text a year after the decision. Returns the contact ids of links that were cut.
    """
    now = world.now()
    before = await last_alive(tx)
    await look_at_clock(tx, world)
    if await arrivals.drop_old_arrivals(tx, now - ARRIVALS_KEPT):
        await deployment.remember(tx, leave.REWRITE, "due")
    await drafts.drop_expired(tx, now)
    await inbox.empty_quarantine(tx, now - QUARANTINE_KEPT)
    today = local(now, world.library.council.timezone).date().isoformat()
    if await deployment.fact(tx, TIDIED) == today:
        return []
    await deployment.remember(tx, TIDIED, today)
    if before is not None and now - before > LEAP:
        # The clock may be set wrong: what cannot be undone waits a day, time to correct it.
        return []
    await _drop_old_words(tx, world, now)
    return await _cut_silent_links(tx, world, now)


async def _cut_silent_links(tx: Transaction, world: World, now: datetime) -> list[int]:
    cut = []
    for contact_id in await contacts.silent_since(tx, now - LINK_KEPT):
        person = await by_id(tx, world, contact_id)
        if person is not None:
            await leave.forget(tx, world, person)
            cut.append(contact_id)
    return cut


async def _drop_old_words(tx: Transaction, world: World, now: datetime) -> None:
    for consultation in world.all_consultations:
        decided = datetime.combine(consultation.last_date, time.max, UTC)
        if decided + WORDS_KEPT < now:
            words = [q.key for q in consultation.questions if q.kind is QuestionKind.TEXT]
            await answers_retention.delete_free_text(tx, consultation.slug, words)


async def rewrite_is_due(tx: Transaction, world: World) -> bool:
    """Whether it is night and a link was cut since the database file was last rewritten."""
    zone = world.library.council.timezone
    if local(world.now(), zone).hour not in NIGHT:
        return False
    return await deployment.fact(tx, leave.REWRITE) == "due"


async def note_rewritten(tx: Transaction) -> None:
    """Note that the database file has been rewritten."""
    await deployment.remember(tx, leave.REWRITE, "done")
