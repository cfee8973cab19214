"""Two sheets of a workbook: what was released of each question, and the same by ward."""

from __future__ import annotations

from collections.abc import Iterator

from bot.views.localiser import Localiser
from bot.views.results import option_label, ward_names
from bot.views.results_of_ward import share_of_ward
from content.schema.consultation import Question, QuestionKind
from engagement.insight.disclosure import PublishedOption, PublishedQuestion
from engagement.insight.ward_results import NotByWard, WardQuestion, WardResults
from reports.workbook_contents import Cell, Counts
from usecases.insight.export import ExportReady
from usecases.insight.results import Results

Row = tuple[Cell, ...]


def results_sheet(say: Localiser, ready: ExportReady) -> Counts | None:
    """Each answer with its number of people and its share; None while nothing may be shown, and
    where too few answered for any number."""
    found = ready.results
    if found is None or ready.held_until is not None or not found.published.questions:
        return None
    heads = ("codebook-question", "counts-answer", "counts-people", "counts-share")
    asked = zip(found.consultation.questions, found.published.questions, strict=True)
    return Counts(
        say.plain("workbook-sheet-results"),
        _note(say, found),
        tuple(say.plain(key) for key in heads),
        tuple(row for question, shown in asked for row in _rows(say, found, question, shown)),
    )


def by_ward_sheet(say: Localiser, ready: ExportReady) -> Counts | None:
    """The same for each ward, in order of name; None where no wards are told apart."""
    found = ready.results
    if found is None or ready.held_until is not None or not found.table.by_ward:
        return None
    heads = ("codebook-question", "counts-answer", "counts-people", "counts-share")
    names = ward_names(say, [one.ward for one in found.table.by_ward])
    wards = sorted(found.table.by_ward, key=lambda one: (names[one.ward].casefold(), one.ward))
    return Counts(
        say.plain("workbook-sheet-results-by-ward"),
        _note(say, found),
        (say.plain("counts-ward"), *(say.plain(key) for key in heads)),
        tuple((names[w.ward], *row) for w in wards for row in _rows_of_ward(say, found, w, names)),
    )


def _note(say: Localiser, found: Results) -> str:
    limits = found.table.limits
    counted = say.plain("counts-note", rounding=limits.rounding, least=limits.smallest_cell)
    lines = [say.plain("results-who-is-counted"), counted]
    if found.earlier_close is not None:
        lines.append(say.plain("results-first-time"))
    elif found.table.by_ward_since is not None:
        lines.append(say.plain("results-first-time-ward"))
    return " ".join(lines)


def _rows(
    say: Localiser, found: Results, question: Question, shown: PublishedQuestion
) -> Iterator[Row]:
    text, least = question.text.say(say.language), found.table.limits.smallest_cell
    if not shown.options:
        why = NotByWard.OWN_WORDS if question.kind is QuestionKind.TEXT else NotByWard.AREA
        yield text, _why(say, why, ""), "", ""
    for option in shown.options:
        share = _share(say, option) or say.plain("counts-few", least=least)
        yield text, option_label(say, question, option), _people(option), share


def _rows_of_ward(
    say: Localiser, found: Results, ward: WardResults, names: dict[str, str]
) -> Iterator[Row]:
    asked = zip(found.consultation.questions, found.published.questions, strict=True)
    for question, area in asked:
        here = ward.question(question.key) or WardQuestion(question.key, why=NotByWard.AREA)
        text = question.text.say(say.language)
        if not here.options:
            why = here.why or NotByWard.AREA
            yield text, _why(say, why, names[ward.ward]), "", ""
        for option in here.options:
            share = share_of_ward(say, option, area.options)
            yield text, option_label(say, question, option), _people(option), share


def _why(say: Localiser, why: NotByWard, ward: str) -> str:
    return say.plain(f"counts-why-{why.value}", ward=ward)


def _people(option: PublishedOption) -> Cell:
    """The rounded number; none next to a word."""
    about, _, _ = option.look
    return "" if about is None else about


def _share(say: Localiser, option: PublishedOption) -> str:
    _, percent, share = option.look
    if percent is not None:
        return say.plain("results-percent", percent=percent)
    return "" if share is None else say.plain(f"share-{share.value}")
