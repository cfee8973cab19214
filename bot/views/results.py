"""A consultation's results, as the disclosure rule lets them be shown."""

from __future__ import annotations

from collections.abc import Iterable

from bot.screens import Button, Rows, Screen, data
from bot.views.answers import band_label
from bot.views.localiser import Localiser
from content.schema.consultation import Question, QuestionKind, Scale
from content.words import Html, separator
from engagement.insight.disclosure import PublishedOption, PublishedQuestion, PublishedWards
from engagement.insight.summary import option_keys
from usecases.insight.results import AnsweredSoFar, Results, ResultsList


def choose(say: Localiser, found: ResultsList) -> Screen:
    """Asks which consultation, for its results or an export."""
    topic = "export" if found.exporting else "results"
    if not found.rows:
        return Screen(say.html("results-choose-none"), topic=topic)
    verb, key = ("e", "export-choose") if found.exporting else ("r", "results-choose")
    lines = [say.html(key)]
    rows = []
    for number, (code, consultation, phase) in enumerate(found.rows, start=1):
        title = consultation.title.say(say.language)
        closes = say.closes(consultation.closes_at)
        lines.append(
            say.html("results-row", number=number, title=title, phase=phase.value, closes=closes)
        )
        rows.append((Button(f"{number} {title}", data(verb, code)),))
    return Screen(Html("\n".join(lines)), tuple(rows), topic=topic)


def results(say: Localiser, found: Results) -> Screen:
    """One consultation's results, in the order of its questions."""
    least = say.world.thresholds.smallest_cell
    title = found.consultation.title.say(say.language)
    head = [say.html("results-heading", title=title)]
    if found.published.about is None:
        head.append(say.html("results-few", least=least))
        head.append(say.html("results-late", number=say.number(found.late)))
        return Screen(Html("\n".join(head)), _back(say, found), "results")
    head.append(say.html("results-about", people=found.published.about))
    head += [say.html("results-final"), say.html("results-late", number=say.number(found.late))]
    parts = ["\n".join(head)]
    numbered = enumerate(zip(found.consultation.questions, found.published.questions, strict=True))
    parts += ["\n".join(_question(say, n + 1, q, p)) for n, (q, p) in numbered]
    if found.published.wards.rows:
        parts.append("\n".join(_wards(say, found.published.wards)))
    rounding = say.world.thresholds.rounding
    parts.append(say.html("results-note", rounding=rounding, least=least))
    return Screen(Html("\n\n".join(parts)), _back(say, found), "results")


def _back(say: Localiser, found: Results | AnsweredSoFar, to: str = "rc") -> Rows:
    return ((Button(say.plain("button-back"), to),),) if found.several else ()


def answered_so_far(say: Localiser, found: AnsweredSoFar) -> Screen:
    """Before the close: how many have answered, by ward, and when the results are shown, or the
    answers can be exported."""
    answered = found.answered
    head = [say.html("results-heading", title=found.consultation.title.say(say.language))]
    if answered.at_least:
        head.append(say.html("results-so-far", people=answered.at_least))
    else:
        head.append(say.html("results-so-far-few", least=answered.least))
    head.append(_hidden(say, found))
    parts = ["\n".join(head)]
    if answered.rows:
        lines = [say.html("results-wards")]
        lines += [
            say.html("results-so-far-ward", ward=ward, people=tens)
            for ward, tens in by_name(say, answered.rows)
        ]
        if answered.few:
            names = say.listed(sorted(ward_name(say, code) for code in answered.few))
            lines.append(say.html("results-so-far-wards", wards=names, least=answered.least))
        parts.append("\n".join(lines))
    if found.exporting:
        return Screen(Html("\n\n".join(parts)), _back(say, found, "el"), "numbers")
    return Screen(Html("\n\n".join(parts)), _back(say, found), "results")


def _hidden(say: Localiser, found: AnsweredSoFar) -> Html:
    """When the results can be seen, or the answers be exported."""
    if found.counted_from is None:
        closes = say.closes(found.consultation.closes_at)
        return say.html("export-hidden" if found.exporting else "results-hidden", closes=closes)
    if say.world.now() >= found.counted_from:
        return say.html("results-coming-in")
    return say.html("results-coming-in-until", moment=say.day_and_time(found.counted_from))


def ward_name(say: Localiser, code: str) -> str:
    """The name of a ward, of these boundaries or of former ones."""
    found = say.world.known_wards.get(code)
    return found.name if found else code


def _question(
    say: Localiser, number: int, question: Question, shown: PublishedQuestion
) -> list[Html]:
    least = say.world.thresholds.smallest_cell
    lines = [say.html("results-question", number=number, text=question.text.say(say.language))]
    if shown.about is None:
        return [*lines, say.html("results-question-few", least=least)]
    key = "results-question-up-to" if shown.up_to else "results-question-about"
    lines.append(say.html(key, people=shown.about))
    if question.scale is not None:
        lines.append(scale(say, question.scale))
    if question.kind is QuestionKind.TEXT:
        return [*lines, say.html("results-question-words")]
    if not option_keys(question):
        return [*lines, say.html("results-question-typed")]
    if not shown.options:
        return [*lines, say.html("results-question-alike")]
    if question.kind is QuestionKind.RANKING:
        lines.append(say.html("results-question-first"))
    return [*lines, *(option_line(say, question, option) for option in shown.options)]


def scale(say: Localiser, of: Scale) -> Html:
    """What the ends of a scale mean."""
    return say.html(
        "question-scale",
        lowest=of.lowest,
        lowest_label=of.lowest_label.say(say.language),
        highest=of.highest,
        highest_label=of.highest_label.say(say.language),
    )


def by_name(say: Localiser, rows: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Wards and their numbers, in order of name."""
    named = [(ward_name(say, code), number) for code, number in rows]
    return sorted(named, key=lambda row: (row[0].casefold(), row[0]))


def option_label(say: Localiser, question: Question, option: PublishedOption) -> str:
    """The label of an option, or of several shown together."""
    return _joined(say, [_label(say, question, key) for key in option.keys])


def option_line(say: Localiser, question: Question, option: PublishedOption) -> Html:
    """One option, or several shown together, as the disclosure rule allows."""
    label = option_label(say, question, option)
    if option.percent is not None and option.about is not None:
        return say.html(
            "results-option-percent", label=label, people=option.about, percent=option.percent
        )
    if option.share is not None:
        share = say.plain(f"share-{option.share.value}")
        return say.html("results-option-share", label=label, share=share)
    least = say.world.thresholds.smallest_cell
    return say.html("results-option-few", label=label, least=least)


def _label(say: Localiser, question: Question, key: str) -> str:
    for option in question.options:
        if option.key == key:
            return option.label.say(say.language)
    return band_label(say, question, key)


def _joined(say: Localiser, labels: list[str]) -> str:
    *first, last = labels
    return (
        say.plain("results-or", first=separator(say.language).join(first), second=last)
        if first
        else last
    )


def _wards(say: Localiser, shown: PublishedWards) -> list[Html]:
    lines = [say.html("results-wards")]
    lines += [
        say.html("results-ward", ward=ward, people=about)
        for ward, about in by_name(say, shown.rows)
    ]
    if shown.other_wards:
        names = say.listed(sorted(ward_name(say, code) for code in shown.other_wards))
        lines.append(
            say.html("results-wards-hidden", wards=names)
            if shown.others is None
            else say.html("results-wards-others", wards=names, people=shown.others)
        )
    return lines
