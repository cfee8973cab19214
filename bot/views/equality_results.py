"""What people said of themselves, as it was released: a screen, and the sheet of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from bot.screens import Button, Screen, data
from bot.views.equality import answer, name
from bot.views.localiser import Localiser
from bot.views.results import option_label, option_line, sum_notes
from content.schema.authored import Localised
from content.schema.consultation import Option, Question, QuestionKind
from content.words import Html
from engagement.consultations.equality import COUNTED
from engagement.insight.disclosure import PublishedOption, PublishedQuestion
from engagement.insight.equality_numbers import FEWEST_ANSWERED, smallest_cell
from engagement.insight.released_table import ReleasedTable
from usecases.insight.results import Themselves


def themselves(say: Localiser, found: Themselves) -> Screen:
    """Each question on its own, for all wards together."""
    title = found.results.consultation.title.say(say.language)
    parts = [Html("\n".join([say.html("results-heading", title=title), note(say)]))]
    parts += [
        Html("\n".join(_question(say, found.table, shown)))
        for shown in found.table.published.questions
    ]
    back = ((Button(say.plain("button-back"), data("r", found.results.code)),),)
    return Screen(Html("\n\n".join(parts)), back, "results")


def note(say: Localiser) -> Html:
    """What the numbers are of."""
    return say.html("results-equality-note")


def rows(say: Localiser, table: ReleasedTable) -> Iterator[tuple[str, str, str | int]]:
    """The table for a workbook: question, answer, and how many people."""
    for shown in table.published.questions:
        about, every = name(say, shown.key), say.plain("counts-all")
        if shown.about is None:
            yield about, every, say.plain("counts-few", least=fewest(table))
            continue
        key = "counts-up-to" if shown.up_to else "counts-about"
        yield about, every, say.plain(key, people=shown.about)
        asked = as_asked(say, shown.key)
        for option in shown.options:
            yield about, option_label(say, asked, option), _number(say, shown.key, option, table)


def _number(
    say: Localiser, question: str, option: PublishedOption, table: ReleasedTable
) -> str | int:
    if option.about is not None:
        return option.about
    if option.share is not None:
        return say.plain(f"share-{option.share.value}")
    return say.plain("counts-few", least=_cell(question, table))


def _cell(question: str, table: ReleasedTable) -> int:
    return smallest_cell(question, table.limits.smallest_cell)


def fewest(table: ReleasedTable) -> int:
    """The fewest people of whom anything is shown."""
    return max(FEWEST_ANSWERED, table.limits.percentage_base)


def _question(say: Localiser, table: ReleasedTable, shown: PublishedQuestion) -> list[Html]:
    lines = [say.html("results-equality-question", name=name(say, shown.key))]
    if shown.about is None:
        return [*lines, say.html("results-question-few", least=fewest(table))]
    key = "results-question-up-to" if shown.up_to else "results-question-about"
    lines.append(say.html(key, people=shown.about))
    if not shown.options:
        return [*lines, say.html("results-question-alike")]
    asked, least = as_asked(say, shown.key), _cell(shown.key, table)
    lines += [option_line(say, asked, option, least) for option in shown.options]
    return [*lines, *(say.html(key) for key in sum_notes(asked, shown.options))]


def as_asked(say: Localiser, key: str) -> Question:
    """A question as it is counted, with its answers in the reader's language."""
    answers = next(question.answers for question in COUNTED if question.key == key)
    options = tuple(
        Option(key=one, label=Localised({"en": answer(say, key, one)})) for one in answers
    )
    text = Localised({"en": key})
    return Question(key=key, kind=QuestionKind.SINGLE, text=text, options=options)
