"""A workbook's other sheets: how to read it, the meaning of its columns, and the counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.views.equality_results import rows
from bot.views.localiser import Localiser
from bot.views.places import label
from bot.views.results import all_of, by_name, shared_phones, ward_names
from bot.views.workbook_results import by_ward_sheet, results_sheet
from content.schema.consultation import Question, QuestionKind
from content.schema.question import CHOICES, SEVERAL_KEYS
from content.words import RIGHT_TO_LEFT
from engagement.insight.disclosure import Published, PublishedOption
from engagement.insight.released_table import Limits
from reports.workbook_contents import Book, Codebook, CodebookEntry, Counts, Line, ReadMe, Responses
from usecases.consultations.submissions_entered import SubmissionRow
from usecases.insight.export import ExportReady, columns, columns_of, fixed_of


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
        results=results_sheet(say, ready),
        results_by_ward=by_ward_sheet(say, ready),
        places=_places(say, ready),
        equality=_equality(say, ready),
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
        "workbook-not-published": say.plain("workbook-not-published-text", who=ready.who),
        "workbook-careful": say.plain("workbook-careful-text"),
        "workbook-chosen": say.plain("workbook-chosen-text"),
    }
    if ready.held_until is not None:
        day = say.day(ready.held_until)
        lines["workbook-election"] = say.plain("workbook-election-text", day=day)
    lines |= _earlier_numbers(say, ready)
    if ready.held_until is None and ready.results is not None:
        told = " ".join(shared_phones(say, ready.results.table))
        lines |= {"workbook-shared": told} if told else {}
    return ReadMe(
        say.plain("workbook-sheet-readme"),
        consultation.title.say(say.language),
        tuple(Line(say.plain(key), value) for key, value in lines.items()),
    )


def _earlier_numbers(say: Localiser, ready: ExportReady) -> dict[str, str]:
    """Which of the numbers under /results are of an earlier close, where the questions were opened
    again: the answers in this file are not those that were counted."""
    results = ready.results
    if results is None or ready.held_until is not None:
        return {}
    if results.earlier_close is not None:
        closed = say.closes(results.earlier_close)
        return {"workbook-earlier": say.plain("workbook-earlier-text", closed=closed)}
    former = [
        q.text.say(say.language)
        for q in ready.consultation.questions
        if q.key in results.table.former
    ]
    if not former:
        return {}
    return {"workbook-earlier": say.plain("workbook-former-text", questions=say.listed(former))}


def _codebook(say: Localiser, ready: ExportReady) -> Codebook:
    heads = ("question", "meaning", "kind", "value", "value-meaning", "column")
    entries = [
        CodebookEntry("", say.plain(f"column-{name.replace('_', '-')}"), "", "", "", name)
        for name in fixed_of(ready.consultation)
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
    text, kind = _asked(say, question), say.plain(f"kind-{question.kind.value}")
    for column, value, meaning in _values(say, question):
        yield CodebookEntry(question.key, text, kind, value, meaning, column)


def _values(say: Localiser, question: Question) -> Iterator[tuple[str, str, str]]:
    """The columns of a question, the values in them, and what those mean."""
    names = columns_of(question)
    if question.kind in SEVERAL_KEYS:
        ranked = question.kind is QuestionKind.RANKING
        value = say.plain("codebook-place" if ranked else "codebook-chosen")
        for name, option in zip(names, question.options, strict=False):
            yield name, value, option.label.say(say.language)
    else:
        if (scale := question.scale) is not None:
            yield names[0], str(scale.lowest), scale.lowest_label.say(say.language)
            yield names[0], str(scale.highest), scale.highest_label.say(say.language)
        elif question.kind is QuestionKind.PLACE:
            yield names[0], "", say.plain("codebook-point")
            yield names[1], "", say.plain("codebook-square")
        elif question.kind not in CHOICES:
            yield names[0], "", ""
        for option in question.options:
            yield names[0], option.label.say("en"), option.label.say(say.language)
    if question.kind is not QuestionKind.TEXT:
        yield names[-1], "", say.plain("codebook-comment")


def _asked(say: Localiser, question: Question) -> str:
    """The question, and the conditions under which it was asked and its answers were offered."""
    lines = [question.text.say(say.language)]
    if question.relevant is not None:
        lines.append(say.plain("codebook-asked-if", condition=question.relevant))
    if question.choice_filter is not None:
        lines.append(say.plain("codebook-offered-if", condition=question.choice_filter))
    return "\n".join(lines)


def _counts(say: Localiser, ready: ExportReady) -> Counts:
    """The counts by ward, the same that /results shows; while those wait for an election, when they
    can be seen."""
    if ready.held_until is not None or ready.results is None:
        held = ready.held_until or ready.made_at.date()
        note = say.plain("refusal-election", day=say.day(held + timedelta(days=1)))
        rows: list[tuple[str | int, ...]] = []
    else:
        limits = ready.results.table.limits
        note = say.plain("counts-note", rounding=limits.rounding, least=limits.smallest_cell)
        rows = _rows(say, ready.results.published, limits)
    return Counts(
        say.plain("workbook-sheet-wards"),
        note,
        (say.plain("counts-ward"), say.plain("counts-people")),
        tuple(rows),
    )


def _places(say: Localiser, ready: ExportReady) -> Counts | None:
    """The squares and wards of the places that people sent, the same that /results shows."""
    asked = {q.key: q for q in ready.consultation.questions if q.kind is QuestionKind.PLACE}
    if not asked or ready.results is None:
        return None
    least = ready.results.table.limits.smallest_cell
    rows = [
        (
            asked[one.key].text.say(say.language),
            label(say, option.keys),
            _number(say, option, least),
        )
        for one in ready.results.published.questions
        if one.key in asked
        for option in one.options
    ]
    return Counts(
        say.plain("workbook-sheet-places"),
        say.plain("results-places-squares", least=least)
        if rows
        else say.plain("results-places-none"),
        tuple(say.plain(key) for key in ("codebook-question", "kind-place", "counts-people")),
        tuple(rows),
    )


def _equality(say: Localiser, ready: ExportReady) -> Counts | None:
    """What people said of themselves, the same that /results shows: next to no answer."""
    table = None if ready.results is None else ready.results.themselves
    if table is None:
        return None
    return Counts(
        say.plain("workbook-sheet-equality"),
        say.plain("results-equality-note"),
        tuple(
            say.plain(k) for k in ("codebook-question", "codebook-value-meaning", "counts-people")
        ),
        tuple(rows(say, table)),
    )


def _number(say: Localiser, option: PublishedOption, least: int) -> str | int:
    """The number of people, or the word for their share."""
    if option.share is not None:
        return say.plain(f"share-{option.share.value}")
    return say.plain("counts-few", least=least) if option.about is None else option.about


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


def _rows(say: Localiser, shown: Published, limits: Limits) -> list[tuple[str | int, ...]]:
    wards = shown.wards
    names = ward_names(say, [*dict(wards.rows), *wards.other_wards])
    rows: list[tuple[str | int, ...]] = [*by_name(names, wards.rows)]
    if wards.others is not None:
        others = all_of(say, names, wards.other_wards)
        rows.append((others, say.between(wards.others, wards.others_to)))
    if shown.about is None:
        least = shown.fewer_than or limits.smallest_cell
        rows.append((say.plain("counts-all"), say.plain("counts-few", least=least)))
    else:
        rows.append((say.plain("counts-all"), say.between(shown.about, shown.about_to)))
    return rows
