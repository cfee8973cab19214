"""/export: all answers as a pseudonymous file, once the questions have closed and for officers
only. Every export is audited."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from content.schema.authored import local
from content.schema.consultation import Consultation, Question, QuestionKind
from content.schema.question import SEVERAL_KEYS
from engagement.consultations.branching import path
from engagement.consultations.receipt import base36
from engagement.consultations.shared_phone import Mode
from engagement.consultations.survey import ResponseState
from engagement.insight.shown_numbers import ShownNumber, shown_number
from engagement.staff.rights import MAY_EXPORT, check_sees_all
from storage.insight import response_pages
from storage.insight.response_pages import ExportedResponse
from storage.operations import deployment
from usecases.broadcasts.before_election import held_until
from usecases.consultations import submissions_entered
from usecases.consultations.submissions_entered import SubmissionRow
from usecases.insight import export_approval, results
from usecases.insight.export_approval import FileQuestion
from usecases.insight.file_rows import row_of
from usecases.insight.results import AnsweredSoFar, Results, ResultsList
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World

FIXED = (
    "response", "ward_code", "ward", "ward_boundaries", "state", "mode", "began_on",
    "may_hold_personal_data",
)  # fmt: skip
FORM = "form"
"""The column that says which form somebody has chosen: "short" or "whole"."""
NOT_FOR_PUBLICATION = "-not-for-publication"
"""In the name of every file of answers: it is for one officer's work, and isn't a release."""


class ExportFormat(StrEnum):
    """The format of an export."""

    CSV = "csv"  # for programs: one line per response
    WORKBOOK = "xlsx"  # for people: with a codebook, and counts that passed the disclosure rule


@dataclass(frozen=True, slots=True)
class FormatQuestion:
    """Which file format? ``who`` has approved the file, which can be taken until then."""

    consultation: Consultation
    code: int
    who: str
    until: datetime
    several: bool = False  # others have opened too


@dataclass(frozen=True, slots=True)
class ExportReady:
    """An export that may now be written, approved by ``who``. ``name`` is its file name; for a
    workbook ``results`` are the published results, None while they may not be shown. ``held_until``
    is the last day of a hold before an election that is on now. ``submissions`` came without the
    bot, and are counted apart.
    """

    consultation: Consultation
    name: str
    format: ExportFormat
    made_at: datetime
    who: str
    results: Results | None = None
    held_until: date | None = None
    submissions: tuple[SubmissionRow, ...] = ()


async def begin(
    tx: Transaction, world: World, person: Person
) -> ResultsList | FormatQuestion | FileQuestion | AnsweredSoFar:
    """/export: ask which consultation, or what comes next where there is only one. Raises
    StaffOnly, NoSecondForFile."""
    found = results.choose(world, person, exporting=True)
    if len(found.rows) == 1:
        return await ask_format(tx, world, person, found.rows[0][0])
    return found


async def ask_format(
    tx: Transaction, world: World, person: Person, code: int
) -> FormatQuestion | FileQuestion | AnsweredSoFar:
    """Ask for the format of a consultation's export, or whether a second person may be asked to
    approve it; before the release show how many have answered.

    Raises StaffOnly, OldButton, NoSecondForFile.
    """
    member = check_sees_all(person.staff, MAY_EXPORT)
    shown = await _released(tx, world, person, code)
    if isinstance(shown, AnsweredSoFar):
        return shown
    several = len(results.choose(world, person, exporting=True).rows) > 1
    given = await export_approval.allowed(tx, world, member, shown)
    if given is None:
        return await export_approval.question(tx, world, member, shown, several=several)
    return FormatQuestion(shown.consultation, code, given.who, given.until, several)


async def ask_approval(
    tx: Transaction, world: World, person: Person, code: int
) -> FormatQuestion | FileQuestion | AnsweredSoFar:
    """Ask a second person to approve the file. Raises StaffOnly, OldButton, NoSecondForFile."""
    member = check_sees_all(person.staff, MAY_EXPORT)
    shown = await _released(tx, world, person, code)
    if isinstance(shown, AnsweredSoFar):
        return shown
    if await export_approval.allowed(tx, world, member, shown) is not None:
        return await ask_format(tx, world, person, code)
    several = len(results.choose(world, person, exporting=True).rows) > 1
    return await export_approval.ask(tx, world, member, shown, several=several)


async def prepare(
    tx: Transaction, world: World, person: Person, code: int, kind: ExportFormat
) -> ExportReady | FormatQuestion | FileQuestion | AnsweredSoFar:
    """Check the right to export and the second person's approval, and write the audit entry; the
    rows are read afterwards. Before the release there are none: a button may be older than a later
    closing date. Nothing is added to what was released, nor to what is exported. Before an election
    the file has no published counts.

    Raises StaffOnly, OldButton, NoSecondForFile.
    """
    member = check_sees_all(person.staff, MAY_EXPORT)
    shown = await _released(tx, world, person, code)
    if isinstance(shown, AnsweredSoFar):
        return shown
    given = await export_approval.allowed(tx, world, member, shown)
    if given is None:
        return await ask_format(tx, world, person, code)
    found = shown.consultation
    now, held = world.now(), held_until(world, found.wards or world.library.wards)
    detail = {"format": kind.value, "request": given.request}
    await deployment.note(
        tx, "exported", staff_id=member.id, subject=found.slug, detail=detail, now=now
    )
    there = local(now, world.library.council.timezone)
    name = f"{found.slug}-{there:%Y-%m-%d-%H%M}{NOT_FOR_PUBLICATION}.{kind}"
    ready = ExportReady(found, name, kind, now, given.who, held_until=held)
    if kind is ExportFormat.CSV:
        return ready
    ready = replace(ready, submissions=await submissions_entered.for_file(tx, found))
    return ready if held is not None else replace(ready, results=shown)


async def _released(
    tx: Transaction, world: World, person: Person, code: int
) -> Results | AnsweredSoFar:
    """What was released of a consultation; before that, how many have answered. Raises
    OldButton."""
    shown = await results.results_for(tx, world, world.consultation_coded(code).consultation)
    return await _not_yet(tx, world, person, shown) if isinstance(shown, AnsweredSoFar) else shown


async def _not_yet(
    tx: Transaction, world: World, person: Person, shown: AnsweredSoFar
) -> AnsweredSoFar:
    """How many have answered what is still open, or just has been: nobody sees the answers
    themselves. That is a look at the results, and is audited."""
    member = check_sees_all(person.staff, MAY_EXPORT)
    slug, now = shown.consultation.slug, world.now()
    await deployment.note(tx, "saw-results", staff_id=member.id, subject=slug, now=now)
    several = len(results.choose(world, person).rows) > 1
    return replace(shown, exporting=True, several=several)


def columns(consultation: Consultation) -> tuple[str, ...]:
    """Column names, in the order of the questions and stable for one consultation.

    A several-choices question has one column per option (1 or 0), and so has a ranking (the place
    of the option). One that asks for a place has a column for its square of the grid. Every
    question but free text has one more column, for comments.
    """
    names = [*fixed_of(consultation)]
    for question in consultation.questions:
        names += columns_of(question)
    return tuple(names)


def fixed_of(consultation: Consultation) -> tuple[str, ...]:
    """The columns before those of the questions; with the form where people could choose one."""
    return FIXED if consultation.short_form is None else (*FIXED, FORM)


def whole_numbers(consultation: Consultation) -> frozenset[int]:
    """The positions of columns that hold whole numbers: ticks, scales, the year of boundaries."""
    names: list[str] = ["ward_boundaries"]
    for question in consultation.questions:
        # Other options of a scale are in words: its column stays text.
        is_number = question.scale is not None or question.number is not None
        if question.kind in SEVERAL_KEYS or (is_number and not question.options):
            names += [name for name in columns_of(question) if not name.endswith(".comment")]
    every = columns(consultation)
    return frozenset(every.index(name) for name in names)


@dataclass(slots=True)
class LeftOut:
    """How many people wrote words of danger, on their own phones: these are in no export."""

    people: int = 0

    def shown(self, world: World) -> ShownNumber:
        """Their number as it may be shown: even none is "fewer than 10"."""
        return shown_number(self.people, world.thresholds)


async def rows(
    tx: Transaction, world: World, consultation: Consultation, left_out: LeftOut
) -> AsyncIterator[list[tuple[str, ...]]]:
    """Rows of text in the order of ``columns``, a page at a time. Unanswered cells are empty, and
    so are those with words of danger, whose authors are counted in ``left_out``, and those whose
    words are deleted. Who has nothing else has no row, so that none comes or goes with the words.
    Each call draws its own numbers and its own order."""
    wards, zone = world.known_wards, world.library.council.timezone
    numbered = numbers_of_a_file(world.draw())
    async for page in response_pages.for_export(tx, consultation.slug, numbered=numbered):
        page = [_on_its_path(consultation, response) for response in page]
        found = [_without_danger(consultation, response) for response in page]
        changed = (a.mode for a, b in zip(page, found, strict=True) if a is not b)
        left_out.people += sum(mode != Mode.SHARED_PHONE for mode in changed)
        yield [
            row_of(wards, zone, consultation, response)
            for response in found
            if _holds_anything(response)
        ]


def numbers_of_a_file(key: int) -> Callable[[int], str]:
    """A function from a resident's random id to the number of their row in one file.

    ``key`` is drawn for this file and kept nowhere. So neither two files nor a file and the
    database can be joined: not to find a person's wards in two years, and not by a receipt.
    """
    secret = key.to_bytes(8)

    def number(resident: int) -> str:
        digest = hashlib.blake2b(resident.to_bytes(8), key=secret, digest_size=8).digest()
        return "r" + base36(int.from_bytes(digest))

    return number


def columns_of(question: Question) -> list[str]:
    """The columns of one question in the file."""
    if question.kind is QuestionKind.TEXT:
        return [question.key]
    if question.kind in SEVERAL_KEYS:
        ticks = [f"{question.key}.{option.key}" for option in question.options]
        return [*ticks, f"{question.key}.comment"]
    if question.kind is QuestionKind.PLACE:
        return [question.key, f"{question.key}.square", f"{question.key}.comment"]
    return [question.key, f"{question.key}.comment"]


def _on_its_path(consultation: Consultation, response: ExportedResponse) -> ExportedResponse:
    """The response without comments on questions of a branch that was left: as with the answers
    there, their author may have meant them for something that is no longer so."""
    asked = path(consultation, response.values).keys
    comments = {key: said for key, said in response.comments.items() if key in asked}
    return response if comments == response.comments else replace(response, comments=comments)


def _without_danger(consultation: Consultation, response: ExportedResponse) -> ExportedResponse:
    """The response as if its author had skipped where they wrote words of danger; itself if they
    wrote none. A state other than "started" with nothing but a comment would tell that they
    did."""
    texts = {q.key for q in consultation.questions if q.kind is QuestionKind.TEXT}
    answered = texts & response.values.keys()
    dangerous = {key for key in answered if holds_danger(str(response.values[key]))}
    comments = {
        key: tuple(text for text in written if not holds_danger(text))
        for key, written in response.comments.items()
    }
    if not dangerous and comments == response.comments:
        return response
    values = {key: value for key, value in response.values.items() if key not in dangerous}
    state = response.state if values else ResponseState.STARTED
    return replace(response, values=values, comments=comments, state=state)


def _holds_anything(response: ExportedResponse) -> bool:
    """Whether anything was answered or written."""
    answered = any(value not in (None, "") for value in response.values.values())
    return answered or any(response.comments.values())
