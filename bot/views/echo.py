"""An echo: what one ward said, next to the whole area, for those who answered there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.localiser import Localiser
from bot.views.results_of_ward import lines_of, notes, ward_name
from content.schema.consultation import Question
from content.words import Html
from engagement.broadcasts.update_text import LONGEST_IN_ECHO
from engagement.insight.disclosure import PublishedOption
from engagement.insight.option_numbers import Share
from usecases.broadcasts.echo import Echo
from usecases.broadcasts.message import first_words

MOST_ANSWERS = 3
"""The answers shown: those that most people of the ward gave. All are in /results."""
LEAST_OF = {
    Share.NEARLY_ALL: 90,
    Share.MOST: 60,
    Share.ABOUT_HALF: 45,
    Share.LESS_THAN_HALF: 20,
    Share.FEW: 0,
}
"""Words in the order of the shares they mean."""


def echo(say: Localiser, told: Echo) -> list[Html]:
    """Thanks, how many took part, one question, and when a decision is due."""
    released = told.released
    asked, shown = released.consultation, released.table.published
    lines = [say.html("broadcast-head-echo", title=asked.title.say(say.language))]
    if shown.about is None:
        least = shown.fewer_than or released.table.limits.smallest_cell
        lines += [say.html("echo-thanks"), say.html("results-few", least=least)]
    else:
        lines.append(say.html("results-thanks", people=say.between(shown.about, shown.about_to)))
        lines += _one_question(say, told)
        lines += [*notes(say, released), say.html("echo-all")]
    if asked.decision_due is not None and asked.decision_due >= say.today:
        lines.append(say.html("decision-due", due=say.day(asked.decision_due)))
    return lines


def _one_question(say: Localiser, told: Echo) -> list[Html]:
    """The first question of which the ward's answers are shown; where there is none, the first of
    which the whole area's are, with why."""
    table = told.released.table
    questions = [*zip(told.released.consultation.questions, table.published.questions, strict=True)]
    least, ward = table.limits.smallest_cell, ward_name(say, told.ward)
    for asked, area in questions:
        here = told.here.question(asked.key) if told.here is not None else None
        if here is not None and here.options:
            head = [*_head(say, told, asked), say.html("results-how-to-read", ward=ward)]
            return [*head, *lines_of(say, asked, _most(here.options), area.options, least)]
    for asked, area in questions:
        if area.options and area.about is not None:
            head = [say.html("results-no-wards", ward=ward), *_head(say, told, asked)]
            return [*head, *lines_of(say, asked, (), _most(area.options), least)]
    return []


def _head(say: Localiser, told: Echo, asked: Question) -> list[Html]:
    """The question, and whether its numbers are those of an earlier close."""
    words = first_words(asked.text.say(say.language), LONGEST_IN_ECHO)
    is_former = asked.key in told.released.table.former
    former = [say.html("results-former")] if is_former else []
    return [say.html("echo-question", text=words), *former]


def _most(options: Sequence[PublishedOption]) -> list[PublishedOption]:
    """Those with the largest shares, in the order of the question."""
    ordered = sorted(options, key=_size, reverse=True)[:MOST_ANSWERS]
    return [one for one in options if one in ordered]


def _size(option: PublishedOption) -> int:
    if option.percent is not None:
        return option.percent
    return -1 if option.share is None else LEAST_OF[option.share]
