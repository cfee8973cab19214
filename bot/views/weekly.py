"""How many messages a week somebody gets, and the buttons to choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.screens import Button, Rows, Screen, data
from bot.views import equality
from bot.views.localiser import Localiser
from content.words import Html
from engagement.broadcasts.gate import Weekly
from usecases.consultations.asked_at_the_end import WeeklyChosenFirst
from usecases.people.weekly import WeeklyChosen, WeeklyLimit

CHANGE = "nw"
"""The button that chooses."""
NUMBERS = (Weekly.ALL, Weekly.ONE, Weekly.THREE, Weekly.QUESTIONS)
"""The choices by the number that their button carries."""
OFFERED = (Weekly.ONE, Weekly.THREE, Weekly.QUESTIONS)


def question(say: Localiser) -> tuple[Html, Rows]:
    """How many do you want?"""
    return say.html("weekly-question"), _buttons(say, OFFERED)


def setting(say: Localiser, limit: WeeklyLimit) -> tuple[Html, Rows]:
    """What is in force, and the buttons for the other choices."""
    others = _buttons(say, [one for one in OFFERED if one is not limit.choice])
    match limit.choice:
        case Weekly.ALL:
            return say.html("weekly-all"), others
        case Weekly.QUESTIONS:
            return say.html("weekly-only-questions"), others
        case Weekly.ONE:
            count = 1
        case Weekly.THREE:
            count = 3
        case None:
            count = limit.council
    return say.html("weekly-most", count=count), others


def chosen(say: Localiser, done: WeeklyChosen) -> Screen:
    """The choice was kept."""
    lines = [say.html(f"weekly-chosen-{done.choice}")]
    if say.stopped:
        lines.append(say.no_news)
    return Screen(Html("\n".join(lines)), topic="weekly")


def chosen_first(say: Localiser, done: WeeklyChosenFirst) -> Screen:
    """The same, and whether they would say something of themselves; the receipt stays above."""
    kept = chosen(say, done.chosen)
    asked, rows = equality.offer(say, done.code)
    return replace(kept, text=Html(f"{kept.text}\n\n{asked}"), rows=rows, fresh=True)


def none_at_all(say: Localiser) -> Screen:
    """Somebody wants no messages: how to stop them all, or get only questions."""
    return Screen(say.html("weekly-none"), _buttons(say, (Weekly.QUESTIONS,)), topic="weekly")


def _buttons(say: Localiser, choices: Sequence[Weekly]) -> Rows:
    return tuple(
        (Button(say.plain(f"button-weekly-{one}"), data(CHANGE, NUMBERS.index(one))),)
        for one in choices
    )
