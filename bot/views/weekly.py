"""How many messages a week somebody gets, and the buttons to choose."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.localiser import Localiser
from content.words import Html
from engagement.broadcasts.gate import Weekly
from usecases.people.weekly import WeeklyChosen, WeeklyLimit

CHANGE = "nw"
"""The button that chooses."""


def question(say: Localiser) -> tuple[Html, Rows]:
    """How many do you want?"""
    return say.html("weekly-question"), ((_one(say), _all(say)),)


def setting(say: Localiser, limit: WeeklyLimit) -> tuple[Html, Rows]:
    """What is in force, and the button for the other choice."""
    if limit.choice is Weekly.ALL:
        return say.html("weekly-all"), ((_one(say),),)
    count = 1 if limit.choice is Weekly.ONE else limit.council
    return say.html("weekly-most", count=count), ((_all(say),),)


def chosen(say: Localiser, done: WeeklyChosen) -> Screen:
    """The choice was kept."""
    key = "weekly-chosen-all" if done.choice is Weekly.ALL else "weekly-chosen-one"
    lines = [say.html(key), *([say.html("messages-stopped")] if say.stopped else [])]
    return Screen(Html("\n".join(lines)), topic="weekly")


def _one(say: Localiser) -> Button:
    return Button(say.plain("button-weekly-one"), data(CHANGE, 1))


def _all(say: Localiser) -> Button:
    return Button(say.plain("button-weekly-all"), data(CHANGE, 0))
