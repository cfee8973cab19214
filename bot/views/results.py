"""A consultation's results, as the disclosure rule lets them be shown."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.localiser import Localiser
from content.schema.consultation import Question, QuestionKind
from content.words import Html, separator
from engagement.consultations.lifecycle import Phase
from engagement.insight.disclosure import PublishedOption, PublishedQuestion, PublishedWards
from usecases.insight.results import Results, ResultsList


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
        closes = say.day(consultation.closes_at)
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
        return Screen(Html("\n".join(head)), topic="results")
    head.append(say.html("results-about", people=found.published.about))
    if found.phase is Phase.OPEN:
        step = say.world.thresholds.live_step
        head.append(say.html("results-live", day=say.day(found.as_of), step=step))
    else:
        head.append(say.html("results-final"))
    parts = ["\n".join(head)]
    numbered = enumerate(zip(found.consultation.questions, found.published.questions, strict=True))
    parts += ["\n".join(_question(say, n + 1, q, p)) for n, (q, p) in numbered]
    if found.published.wards.rows:
        parts.append("\n".join(_wards(say, found.published.wards)))
    rounding = say.world.thresholds.rounding
    parts.append(say.html("results-note", rounding=rounding, least=least))
    return Screen(Html("\n\n".join(parts)), topic="results")


def _question(
    say: Localiser, number: int, question: Question, shown: PublishedQuestion
) -> list[Html]:
    least = say.world.thresholds.smallest_cell
    lines = [say.html("results-question", number=number, text=question.text.say(say.language))]
    if shown.about is None:
        return [*lines, say.html("results-question-few", least=least)]
    lines.append(say.html("results-question-about", people=shown.about))
    if question.kind is QuestionKind.TEXT:
        return [*lines, say.html("results-question-words")]
    if not shown.options:
        return [*lines, say.html("results-question-alike")]
    return [*lines, *(option_line(say, question, option) for option in shown.options)]


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
    return key


def _joined(say: Localiser, labels: list[str]) -> str:
    *first, last = labels
    return (
        say.plain("results-or", first=separator(say.language).join(first), second=last)
        if first
        else last
    )


def _wards(say: Localiser, shown: PublishedWards) -> list[Html]:
    library = say.world.library
    wards = {**library.former, **library.wards}
    lines = [say.html("results-wards")]
    lines += [
        say.html("results-ward", ward=wards[code].name if code in wards else code, people=about)
        for code, about in shown.rows
    ]
    if shown.other_wards:
        names = say.listed(wards[c].name if c in wards else c for c in shown.other_wards)
        lines.append(
            say.html("results-wards-hidden", wards=names)
            if shown.others is None
            else say.html("results-wards-others", wards=names, people=shown.others)
        )
    return lines
