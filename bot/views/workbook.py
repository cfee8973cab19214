"""A workbook's other sheets: how to read it, the meaning of its columns, and the counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.views.localiser import Localiser
from bot.views.results import all_of, by_name, ward_names
from content.schema.consultation import Question, QuestionKind
from content.words import RIGHT_TO_LEFT
from engagement.insight.disclosure import Published
from reports.workbook_contents import Book, Codebook, CodebookEntry, Counts, Line, ReadMe, Responses
from usecases.consultations.submissions_entered import SubmissionRow
from usecases.insight.export import FIXED, ExportReady, columns, columns_of


def book(say: Localiser, ready: ExportReady, responses: int) -> Book:
    """The sheets for ``responses`` responses, in the language of the person who asked."""
    return Book(
        read_me=_read_me(say, ready, responses),
        responses=Responses(
            say.plain("workbook-sheet-responses"), tuple(columns(ready.consultation))
        ),
        codebook=_codebook(say, ready),
        counts=_counts(say, ready),
        made_at=ready.made_at,
        submissions=_submissions(say, ready) if ready.submissions else None,
        right_to_left=say.language in RIGHT_TO_LEFT,
    )


def _read_me(say: Localiser, ready: ExportReady, responses: int) -> ReadMe:
    consultation = ready.consultation
    dates = say.plain(
        "workbook-open-dates",
        opens=say.opens(consultation.opens_at, as_date=True),
        closes=say.closes(consultation.closes_at, as_date=True),
    )
    lines = {
        "workbook-council": say.world.library.council.name,
        "workbook-consultation": consultation.title.say(say.language),
        "workbook-open": dates,
        "workbook-made": say.date(ready.made_at),
        "workbook-count": str(responses),
        "workbook-how": say.plain("workbook-how-text"),
        "workbook-cut": say.plain("workbook-cut-text"),
        "workbook-careful": say.plain("workbook-careful-text"),
        "workbook-chosen": say.plain("workbook-chosen-text"),
    }
    if ready.held_until is not None:
        day = say.day(ready.held_until)
        lines["workbook-election"] = say.plain("workbook-election-text", day=day)
    return ReadMe(
        say.plain("workbook-sheet-readme"),
        consultation.title.say(say.language),
        tuple(Line(say.plain(key), value) for key, value in lines.items()),
    )


def _codebook(say: Localiser, ready: ExportReady) -> Codebook:
    heads = ("question", "meaning", "kind", "value", "value-meaning", "column")
    entries = [
        CodebookEntry("", say.plain(f"column-{name.replace('_', '-')}"), "", "", "", name)
        for name in FIXED
    ]
    for question in ready.consultation.questions:
        entries += _entries(say, question)
    first, second, third, fourth, fifth, sixth = (say.plain(f"codebook-{head}") for head in heads)
    return Codebook(
        say.plain("workbook-sheet-codebook"),
        (first, second, third, fourth, fifth, sixth),
        tuple(entries),
    )


def _entries(say: Localiser, question: Question) -> Iterator[CodebookEntry]:
    """One entry for each option; a question without options has one entry."""
    text, kind = question.text.say(say.language), say.plain(f"kind-{question.kind.value}")
    names = columns_of(question)

    def entry(column: str, value: str = "", meaning: str = "") -> CodebookEntry:
        return CodebookEntry(question.key, text, kind, value, meaning, column)

    if question.kind is QuestionKind.RANKING:
        for name, option in zip(names, question.options, strict=False):
            place = say.plain("codebook-place")
            yield entry(name, place, option.label.say(say.language))
    elif question.scale is not None:
        scale = question.scale
        yield entry(names[0], str(scale.lowest), scale.lowest_label.say(say.language))
        yield entry(names[0], str(scale.highest), scale.highest_label.say(say.language))
    elif question.kind is QuestionKind.SEVERAL:
        for name, option in zip(names, question.options, strict=False):
            label = option.label.say(say.language)
            yield entry(name, say.plain("codebook-chosen"), label)
    elif question.options:
        for option in question.options:
            yield entry(names[0], option.label.say("en"), option.label.say(say.language))
    else:
        yield entry(names[0])
    if question.kind is not QuestionKind.TEXT:
        yield entry(names[-1], "", say.plain("codebook-comment"))


def _counts(say: Localiser, ready: ExportReady) -> Counts:
    """The counts by ward, the same that /results shows; while those wait for an election, when they
    can be seen."""
    thresholds = say.world.thresholds
    note = say.plain("counts-note", rounding=thresholds.rounding, least=thresholds.smallest_cell)
    rows = _rows(say, ready.results.published if ready.results else Published(about=None))
    if ready.held_until is not None:
        shown_from = say.day(ready.held_until + timedelta(days=1))
        note, rows = say.plain("refusal-election", day=shown_from), []
    return Counts(
        say.plain("workbook-sheet-wards"),
        note,
        (say.plain("counts-ward"), say.plain("counts-people")),
        tuple(rows),
    )


def _submissions(say: Localiser, ready: ExportReady) -> Counts:
    """What came without the bot: one row each, in no count of answers."""
    heads = ("how", "from", "day", "signatures", "summary", "text", "read")
    return Counts(
        say.plain("workbook-sheet-submissions"),
        say.plain("submissions-note"),
        tuple(say.plain(f"submissions-{head}") for head in heads),
        tuple(_submission_row(say, one) for one in ready.submissions),
    )


def _submission_row(say: Localiser, one: SubmissionRow) -> tuple[str, ...]:
    yes, no = say.plain("button-yes"), say.plain("button-no")
    entered = one.entered
    return (
        say.plain(f"submission-kind-{entered.kind.value}"),
        entered.sender,
        say.date(entered.received_on),
        "" if entered.signatures is None else str(entered.signatures),
        yes if entered.is_summary else no,
        say.plain("words-kept-back") if one.text is None else one.text,
        yes if one.is_read else no,
    )


def _rows(say: Localiser, shown: Published) -> list[tuple[str | int, ...]]:
    wards = shown.wards
    names = ward_names(say, [*dict(wards.rows), *wards.other_wards])
    rows: list[tuple[str | int, ...]] = [*by_name(names, wards.rows)]
    if wards.others is not None:
        others = all_of(say, names, wards.other_wards)
        rows.append((others, say.between(wards.others, wards.others_to)))
    least = shown.fewer_than or say.world.thresholds.smallest_cell
    if shown.about is None:
        rows.append((say.plain("counts-all"), say.plain("counts-few", least=least)))
    else:
        rows.append((say.plain("counts-all"), say.between(shown.about, shown.about_to)))
    return rows
