"""Sending a broadcast again to those it may not have reached."""

from __future__ import annotations

from bot.screens import Button, Rows, Screen, data
from bot.views.broadcast_message import copy_shown, wards_in_full
from bot.views.localiser import Localiser
from content.words import Html
from usecases.broadcasts.progress import Progress
from usecases.broadcasts.send_again import AgainQuestion


def send_again_button(say: Localiser, now: Progress) -> Rows:
    """The button under a report, if the outcome of some deliveries is unknown."""
    if now.unknown_once is None:
        return ()
    label = say.plain("button-send-again", people=say.people(now.unknown_once))
    return ((Button(label, data("ta", now.code)),),)


def again_question(say: Localiser, asked: AgainQuestion) -> Screen:
    """The message, and the number of people who would get it again."""
    people = say.people(asked.people)
    text = say.html("send-again-question", people=people)
    yes = Button(say.plain("button-yes-send-again", people=people), data("ty", asked.code))
    later = Button(say.plain("button-later"), data("tn", asked.code))
    parts = [text, *copy_shown(say, asked.wording), *wards_in_full(say, asked.wording)]
    return Screen(Html("\n\n".join(parts)), ((yes,), (later,)), f"a-{asked.code}")
