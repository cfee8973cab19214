"""Leaving: the replies to /stop and /forget."""

from __future__ import annotations

from bot.screens import Button, Screen, data
from bot.views.localiser import Localiser
from usecases.people.leave import ForgetQuestion, Forgotten, Stopped


def stopped(say: Localiser, done: Stopped) -> Screen:
    """No more messages will come."""
    return Screen(say.html("stopped" if done.kept else "stopped-nothing"), topic="leaving")


def forget_question(say: Localiser, _: ForgetQuestion) -> Screen:
    """What is deleted, what stays, and "are you sure?"."""
    yes = Button(say.plain("button-forget-yes"), data("f", 1))
    no = Button(say.plain("button-forget-no"), data("f", 0))
    return Screen(say.html("forget-question"), ((yes,), (no,)), topic="leaving")


def forgotten(say: Localiser, _: Forgotten) -> Screen:
    """The person has been forgotten."""
    return Screen(say.html("forgotten"), topic="leaving")


def not_forgotten(say: Localiser) -> Screen:
    """The person changed their mind, and nothing was deleted."""
    return Screen(say.html("not-forgotten"), topic="leaving")
