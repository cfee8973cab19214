"""/export: every answer, pseudonymous, for officers only, and written down that it was taken."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from content.schema import Consultation, Question, QuestionKind
from engagement.receipt import base36
from engagement.rights import MAY_EXPORT, check_everywhere
from engagement.survey import labels
from storage import deployment, exported
from storage.exported import ExportedResponse
from usecases.people import Person
from usecases.world import Transaction, World

FIXED = ("response", "receipt", "ward_code", "ward", "ward_boundaries", "state", "mode", "began_on")


@dataclass(frozen=True, slots=True)
class ExportReady:
    """A file is about to be written. ``name`` is its file name."""

    consultation: Consultation
    name: str


async def prepare(tx: Transaction, world: World, person: Person, code: int) -> ExportReady:
    """Check the right and write the audit line; the rows are read afterwards.

    Raises StaffOnly, OldButton.
    """
    member = check_everywhere(person.staff, MAY_EXPORT)
    found = world.consultation_coded(code).consultation
    now = world.now()
    await deployment.note(tx, "exported", staff_id=member.id, subject=found.slug, now=now)
    return ExportReady(found, f"{found.slug}-{now:%Y-%m-%d-%H%M}.csv")


def columns(consultation: Consultation) -> tuple[str, ...]:
    """Column names, in the order of the questions and stable for one consultation.

    A several-choices question has one column for each option (1 or 0); a choice has one more
    for what was written beside it.
    """
    names = [*FIXED]
    for question in consultation.questions:
        names += _columns_of(question)
    return tuple(names)


async def rows(
    tx: Transaction, world: World, consultation: Consultation
) -> AsyncIterator[list[tuple[str, ...]]]:
    """Rows of text in the order of ``columns``, a page at a time; empty where not answered."""
    async for page in exported.for_export(tx, consultation.slug):
        yield [_row(world, consultation, response) for response in page]


def _columns_of(question: Question) -> list[str]:
    if question.kind is QuestionKind.TEXT:
        return [question.key]
    if question.kind is QuestionKind.SEVERAL:
        ticks = [f"{question.key}.{option.key}" for option in question.options]
        return [*ticks, f"{question.key}.comment"]
    return [question.key, f"{question.key}.comment"]


def _row(world: World, consultation: Consultation, response: ExportedResponse) -> tuple[str, ...]:
    ward = world.library.wards.get(response.ward)
    cells = [
        "r" + base36(response.resident_id),
        response.receipt,
        response.ward,
        ward.name if ward else "",
        str(response.vintage),
        response.state.value,
        response.mode,
        response.started_at.date().isoformat(),
    ]
    for question in consultation.questions:
        cells += _cells(question, response)
    return tuple(cells)


def _cells(question: Question, response: ExportedResponse) -> list[str]:
    value = response.values.get(question.key)
    said = " / ".join(response.comments.get(question.key, ()))
    if question.kind is QuestionKind.SEVERAL:
        chosen = value if isinstance(value, tuple) else ()
        ticks = ["" if value is None else str(int(o.key in chosen)) for o in question.options]
        return [*ticks, said]
    text = "" if value is None else ", ".join(labels(question, value, "en"))
    return [text] if question.kind is QuestionKind.TEXT else [text, said]
