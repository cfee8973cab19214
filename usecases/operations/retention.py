"""Retention: deleting what has outlived its purpose, at every tick. Harmless when run twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from content.schema.authored import local
from content.schema.consultation import QuestionKind
from engagement.consultations.lifecycle import Phase, phase
from engagement.operations.retention import (
    ALARMS_KEPT,
    ARRIVALS_KEPT,
    AUDIT_KEPT,
    COMPLAINTS_KEPT,
    DUTIES_KEPT,
    EQUALITY_KEPT,
    INBOX_KEPT,
    INVITES_KEPT,
    LINK_KEPT,
    POLL_ANSWERS_KEPT,
    QUARANTINE_KEPT,
    READINGS_KEPT,
    RECIPIENTS_KEPT,
    SAFETY_ALERTS_KEPT,
    SAFETY_WORDS_KEPT,
    SOUNDS_KEPT,
    WORDS_KEPT,
)
from storage.broadcasts import deliveries
from storage.consultations import (
    answers_retention,
    equality_answers,
    polls,
    reading_marks,
    submissions,
    voice_notes,
)
from storage.conversation import drafts, inbox
from storage.insight import releases
from storage.operations import alarms, complaints, deployment, requests, safety_alerts
from storage.people import arrivals, contacts, guests, reader_languages
from storage.staff import duties, members
from usecases.consultations import late
from usecases.operations import legal_hold
from usecases.operations.heartbeat import is_clock_wrong, look_at_clock
from usecases.people import forget, leave
from usecases.people import guests as people_on_phones
from usecases.people.identify import by_id
from usecases.people.leave import Forgotten
from usecases.world import Transaction, World

TIDIED = "tidied"
"""The fact that holds the day on which the yearly limits were last checked."""
UNLINKED = "deliveries-unlinked"
"""The fact that holds the time up to which finished broadcasts have lost their recipients."""
NIGHT = range(2, 5)
"""The hours, in the council's own time, in which writers may be kept waiting for a moment."""


async def tidy(
    tx: Transaction, world: World, *, clock_off: timedelta | None = None
) -> list[Forgotten]:
    """Delete what is too old by docs/retention.md. Returns the links that were cut.

    What a person has not agreed to, and what was only waiting, goes at every tick. The rest goes
    once a day, and not at all during a legal hold. Nothing goes while the clock is probably wrong:
    ``clock_off`` is by how much it is ahead of Telegram's, where known.
    """
    now = world.now()
    await look_at_clock(tx, world)
    if await is_clock_wrong(tx, now, clock_off):
        return []
    if await arrivals.drop_old_arrivals(tx, now - ARRIVALS_KEPT):
        await deployment.remember(tx, leave.REWRITE, "due")
    await drafts.drop_expired(tx, now)
    await inbox.empty_quarantine(tx, now - QUARANTINE_KEPT)
    await guests.drop_abandoned(tx, now - ARRIVALS_KEPT)
    still_open = await late.still_coming_in(tx, world)
    held = await legal_hold.held(tx)
    gone: list[Forgotten] = []
    if not held:
        gone += await people_on_phones.cut_those_closed(tx, world, still_open)
    gone += await forget.forget_those_due(tx, world, still_open)
    if held:
        return gone
    if await safety_alerts.drop_old_words(tx, now - SAFETY_WORDS_KEPT):
        await deployment.remember(tx, leave.REWRITE, "due")
    if await voice_notes.drop_sounds(tx, now - SOUNDS_KEPT):
        await deployment.remember(tx, leave.REWRITE, "due")
    # A clock that is wrong does no harm here: an id matters until Telegram has been confirmed to,
    # within seconds.
    await inbox.drop_processed(tx, now - INBOX_KEPT)
    today = local(now, world.library.council.timezone).date().isoformat()
    if await deployment.fact(tx, TIDIED) == today:
        return gone
    await deployment.remember(tx, TIDIED, today)
    await _drop_old_words(tx, world, now)
    await _drop_equality(tx, world, now)
    for resident in await voice_notes.authors_gone(tx):
        await answers_retention.empty_voices(tx, resident)
    await _drop_old_records(tx, now)
    return [*gone, *await _cut_silent_links(tx, world, now)]


async def _cut_silent_links(tx: Transaction, world: World, now: datetime) -> list[Forgotten]:
    """Whoever has answers that can still be changed is forgotten at the close."""
    cut: list[Forgotten] = []
    for contact_id in await contacts.silent_since(tx, now - LINK_KEPT):
        person = await by_id(tx, world, contact_id)
        if person is None:
            continue
        if await leave.counting(tx, world, person):
            await forget.leave_at_close(tx, world, person, without_words=False)
        else:
            cut += (await leave.forget(tx, world, person)).every
    return cut


async def _drop_old_words(tx: Transaction, world: World, now: datetime) -> None:
    for consultation in world.all_consultations:
        decided = datetime.combine(consultation.last_date, time.max, UTC)
        if decided + WORDS_KEPT < now:
            own = (QuestionKind.TEXT, QuestionKind.PLACE)
            words = [q.key for q in consultation.questions if q.kind in own]
            await answers_retention.delete_free_text(tx, consultation.slug, words)


async def _drop_equality(tx: Transaction, world: World, now: datetime) -> None:
    """What people said of themselves goes six months after the close, the first one where there
    were several: it was counted then. Where the questions were withdrawn it is never counted, and
    goes at once."""
    for consultation in world.all_consultations:
        first = await releases.numbered(tx, consultation.slug, 1)
        closed = min([consultation.closes_at] + ([first.released_at] if first else []))
        is_old = closed + EQUALITY_KEPT < now
        if not is_old and phase(consultation, now) is not Phase.WITHDRAWN:
            continue
        if await equality_answers.drop_of_consultation(tx, consultation.slug):
            await deployment.remember(tx, leave.REWRITE, "due")


async def _drop_old_records(tx: Transaction, now: datetime) -> None:
    await members.drop_old_invites(tx, now - INVITES_KEPT)
    await members.blank_old_names(tx, now - AUDIT_KEPT)
    await alarms.drop_old(tx, now - ALARMS_KEPT)
    await complaints.drop_old_complaints(tx, now - COMPLAINTS_KEPT)
    await requests.drop_old_requests(tx, now - COMPLAINTS_KEPT)
    await safety_alerts.drop_old_alerts(tx, now - SAFETY_ALERTS_KEPT)
    await duties.drop_old(tx, now - DUTIES_KEPT)
    await polls.drop_old_answers(tx, now - POLL_ANSWERS_KEPT)
    await submissions.drop_old_submissions(tx, now - READINGS_KEPT)
    await reading_marks.drop_old_marks(tx, now - READINGS_KEPT)
    await reader_languages.drop_of_those_who_left(tx)
    await deployment.drop_old_audit(tx, now - AUDIT_KEPT)
    await _unlink_old_deliveries(tx, now - RECIPIENTS_KEPT)


async def _unlink_old_deliveries(tx: Transaction, before: datetime) -> None:
    """Each broadcast is done once: a ledger that was unlinked isn't read again every day."""
    last = await deployment.fact(tx, UNLINKED)
    done = datetime.fromisoformat(last) if last else None
    await deliveries.unlink_finished(tx, after=done, before=before)
    await deployment.remember(tx, UNLINKED, before.isoformat())


async def rewrite_is_due(tx: Transaction, world: World) -> bool:
    """Whether it is night and a link was cut since the database file was last rewritten."""
    zone = world.library.council.timezone
    if local(world.now(), zone).hour not in NIGHT:
        return False
    return await deployment.fact(tx, leave.REWRITE) == "due"


async def note_rewritten(tx: Transaction) -> None:
    """Note that the database file has been rewritten."""
    await deployment.remember(tx, leave.REWRITE, "done")
