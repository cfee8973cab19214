"""Submissions that were entered: taking one out again, and all of them for a file."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.consultation import Consultation
from engagement.errors import OldButton
from engagement.operations.retention import HeldByLaw
from storage.consultations import reading_marks
from storage.consultations import submissions as store
from storage.consultations.submissions import Submission
from storage.operations import deployment
from usecases.consultations.reading import TextPage, show_page
from usecases.consultations.reading_access import check_reads, lists_of
from usecases.people import leave
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class TakeOutQuestion:
    """Was this submission entered by mistake?"""

    number: int
    entered: Submission


async def ask_take_out(
    tx: Transaction, world: World, person: Person, number: int
) -> TakeOutQuestion:
    """Was it entered by mistake? Raises StaffOnly, ReadingForOfficers, OldButton, HeldByLaw."""
    await lists_of(tx, world, person)
    found = await store.submission_of(tx, number)
    if found is None or found.consultation not in world.loaded.consultations:
        raise OldButton
    await check_reads(tx, world, person, found.consultation)
    if await leave.is_held(tx):
        raise HeldByLaw
    return TakeOutQuestion(number, found)


async def take_out(tx: Transaction, world: World, person: Person, number: int) -> TextPage:
    """Delete a submission that was entered by mistake; who had read it stays noted.

    Raises StaffOnly, ReadingForOfficers, OldButton, HeldByLaw.
    """
    asked = await ask_take_out(tx, world, person, number)
    slug = asked.entered.consultation
    member, _ = await check_reads(tx, world, person, slug)
    await store.delete_submission(tx, number)
    detail = {"kind": asked.entered.kind.value}
    await deployment.note(
        tx,
        "took-out-submission",
        staff_id=member.id,
        subject=slug,
        detail=detail,
        now=world.now(),
    )
    return await show_page(tx, world, person, world.loaded.consultation_codes[slug])


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A submission in a file. ``text`` is None where it holds words of danger."""

    entered: Submission
    text: str | None
    is_read: bool


async def for_file(tx: Transaction, consultation: Consultation) -> tuple[SubmissionRow, ...]:
    """Every submission to a consultation, for a sheet of its own."""
    rows = []
    for one in await store.submissions_to(tx, consultation.slug):
        words = [one.text, *(t.text for t in await reading_marks.translations_of(tx, one.number))]
        kept_back = any(holds_danger(text) for text in words)
        is_read = bool(await reading_marks.readings_of(tx, one.number))
        rows.append(SubmissionRow(one, None if kept_back else one.text, is_read))
    return tuple(rows)
