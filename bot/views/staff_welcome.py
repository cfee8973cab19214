"""The welcome of somebody who has accepted a staff invite."""

from __future__ import annotations

from bot.screens import Screen
from bot.views.help import role_help
from bot.views.localiser import Localiser
from content.words import Html
from usecases.staff.accept_invite import StaffWelcome


def staff_welcome(say: Localiser, done: StaffWelcome) -> Screen:
    """Their role, their wards and their commands."""
    every = say.plain("staff-every-ward")
    wards = every if done.every_ward else say.listed(w.name for w in done.wards)
    text = say.html("staff-welcome", role=done.role.value, label=done.label, wards=wards)
    parts = [text]
    if done.instead_of:
        parts.append(say.html("staff-welcome-instead", label=done.instead_of))
    parts += role_help(say, done.role)
    parts.append(say.html("staff-welcome-resident"))
    return Screen(Html("\n\n".join(parts)), topic="staff")
