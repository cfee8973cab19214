"""The welcome of somebody who has accepted a staff invite, and the question before a new role."""

from __future__ import annotations

from bot.screens import Button, Screen
from bot.views.help import role_help
from bot.views.localiser import Localiser
from content.words import Html
from engagement.staff.duties import Duty
from usecases.staff.accept_invite import RoleKept, RoleQuestion, StaffWelcome


def staff_welcome(say: Localiser, done: StaffWelcome) -> Screen:
    """Their role, their wards and their commands."""
    parts = [say.html("staff-welcome", **_role(say, done))]
    if done.instead_of:
        parts.append(say.html("staff-welcome-instead", label=done.instead_of))
    parts += role_help(say, done.role, every_ward=done.every_ward)
    parts.append(say.html("staff-welcome-resident"))
    return Screen(Html("\n\n".join(parts)), topic="staff")


def role_question(say: Localiser, asked: RoleQuestion) -> Screen:
    """The role they have, the one the link gives in its place, and what ends."""
    parts = [
        say.html("role-now", **_role(say, asked)),
        say.html("role-instead", **_role(say, asked.instead)),
    ]
    if Duty.SAFEGUARDING in asked.ends:
        parts.append(say.html("role-ends-safeguarding"))
    if set(asked.ends) - {Duty.SAFEGUARDING}:
        parts.append(say.html("role-ends-duties"))
    parts.append(say.html("role-question"))
    yes = Button(say.plain("button-role-yes"), "iy")
    no = Button(say.plain("button-role-no"), "in")
    return Screen(Html("\n".join(parts)), ((yes,), (no,)), topic="staff")


def role_kept(say: Localiser, done: RoleKept) -> Screen:
    """Nothing has changed."""
    return Screen(say.html("role-kept"), topic="staff")


def _role(say: Localiser, one: StaffWelcome | RoleQuestion) -> dict[str, str]:
    every = say.plain("staff-every-ward")
    wards = every if one.every_ward else say.listed(w.name for w in one.wards)
    return {"role": one.role.value, "label": one.label, "wards": wards}
