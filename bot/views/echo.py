"""An echo: what one ward said, next to the whole area, for those who answered there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.views.localiser import Localiser
from bot.views.results_of_ward import (
    has_number,
    lines_of,
    notes,
    parts_of,
    reason,
    together,
    ward_name,
    why_without,
)
from content.schema.consultation import Question
from content.typed_words import room
from content.words import Html
from engagement.broadcasts.update_text import ECHO_ROOM, LONGEST_IN_ECHO
from engagement.insight.disclosure import PublishedOption, PublishedQuestion
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
    head = [say.html("broadcast-head-echo", title=asked.title.say(say.language))]
    due = []
    if asked.decision_due is not None and asked.decision_due >= say.today:
        due.append(say.html("decision-due", due=say.day(asked.decision_due)))
    if shown.about is None:
        least = shown.fewer_than or released.table.limits.smallest_cell
        return [*head, say.html("echo-thanks"), say.html("results-few", least=least), *due]
    head.append(say.html("results-thanks", people=say.between(shown.about, shown.about_to)))
    below = [*notes(say, released), say.html("echo-all"), *due]
    whole = ([*head, *lines, *below] for lines in _questions(say, told))
    return next((lines for lines in whole if _fits(lines)), [*head, *below])


def _fits(lines: Sequence[Html]) -> bool:
    """Whether they leave beside what else waits: see ``ECHO_ROOM``."""
    return room("\n".join(lines)) <= ECHO_ROOM


def _questions(say: Localiser, told: Echo) -> Iterator[list[Html]]:
    """The lines of each question that can be the one: first those of which the ward's answers are
    shown, then those of which the whole area's alone are, with why."""
    table = told.released.table
    asked = [*zip(told.released.consultation.questions, table.published.questions, strict=True)]
    alone = []
    for question, area in asked:
        here = told.here.question(question.key) if told.here is not None else None
        if here is not None and here.options:
            yield _of_ward(say, told, question, here.options, area)
        elif area.options and area.about is not None:
            alone.append((question, area))
    for question, area in alone:
        yield _of_area(say, told, question, area)


def _of_ward(
    say: Localiser,
    told: Echo,
    asked: Question,
    here: Sequence[PublishedOption],
    area: PublishedQuestion,
) -> list[Html]:
    ward = ward_name(say, told.ward)
    shown = _most(here, area.options)
    return [
        *_head(say, told, asked),
        say.html("results-how-to-read", ward=ward),
        *lines_of(say, asked, shown, area.options, _least(told)),
        *_left_out(say, shown, here),
    ]


def _of_area(say: Localiser, told: Echo, asked: Question, area: PublishedQuestion) -> list[Html]:
    ward, shown = ward_name(say, told.ward), _most(area.options, area.options)
    here = told.here
    lines = [*together(say, here, ward), *_head(say, told, asked)]
    why = why_without(here, asked, area)
    if why is not None:
        lines.append(reason(say, why, ward))
    lines += lines_of(say, asked, (), shown, _least(told))
    return [*lines, *_left_out(say, shown, area.options)]


def _left_out(
    say: Localiser, shown: Sequence[PublishedOption], every: Sequence[PublishedOption]
) -> list[Html]:
    """That there are more answers, where there are."""
    return [say.html("echo-more-answers")] if len(shown) < len(every) else []


def _least(told: Echo) -> int:
    return told.released.table.limits.smallest_cell


def _head(say: Localiser, told: Echo, asked: Question) -> list[Html]:
    """The question, and whether its numbers are those of an earlier close."""
    words = first_words(asked.text.say(say.language), LONGEST_IN_ECHO)
    is_former = asked.key in told.released.table.former
    former = [say.html("results-former")] if is_former else []
    return [say.html("echo-question", text=words), *former]


def _most(
    options: Sequence[PublishedOption], area: Sequence[PublishedOption]
) -> list[PublishedOption]:
    """Those with the largest shares, in the order of the question. One without a number, which few
    or nearly all chose, has that of the whole area."""

    def size(option: PublishedOption) -> int:
        if has_number(option):
            return _size(option)
        return max((_size(one) for one in parts_of(option, area)), default=-1)

    ordered = sorted(options, key=size, reverse=True)[:MOST_ANSWERS]
    return [one for one in options if one in ordered]


def _size(option: PublishedOption) -> int:
    if option.percent is not None:
        return option.percent
    return -1 if option.share is None else LEAST_OF[option.share]
