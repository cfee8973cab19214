"""Telegram's menu of commands: everybody's, and each staff role's."""

from __future__ import annotations

from collections.abc import Mapping

from bot.screens import CommandMenu
from engagement.staff.rights import Role
from usecases.people.identify import Person

RESIDENTS = (
    "start", "consultations", "results", "news", "plan", "celebrate", "mine",
    "ward", "themes", "language", "mydata", "complain", "stop", "forget", "help",
)  # fmt: skip
"""The commands the menu offers everybody."""
EVERYBODYS = CommandMenu(())
"""A chat without a menu of its own: Telegram shows everybody's, in the language of the phone."""
OF_ROLE: Mapping[Role, tuple[str, ...]] = {
    Role.BOARD_MEMBER: ("send", "ask"),
    Role.OFFICER: (
        "send",
        "ask",
        "manage",
        "export",
        "reading",
        "submission",
        "complaints",
        "requests",
    ),
    Role.ADMINISTRATOR: (
        "send",
        "ask",
        "manage",
        "export",
        "reading",
        "submission",
        "complaints",
        "requests",
        "status",
    ),
    Role.OPERATOR: ("status",),
}


OF_SOME_WARDS = ("send", "manage")
"""The commands of an officer whose role doesn't cover every ward."""


def commands(role: Role | None, *, every_ward: bool = True) -> tuple[str, ...]:
    """A role's own commands first, then everybody's."""
    if role is Role.OFFICER and not every_ward:
        return (*OF_SOME_WARDS, *RESIDENTS)
    return (*OF_ROLE[role], *RESIDENTS) if role is not None else RESIDENTS


def command_menu(person: Person) -> CommandMenu:
    """The menu of one person's chat, in the language they chose."""
    staff = person.staff
    if staff is None:
        return CommandMenu(commands(None), person.language)
    return CommandMenu(commands(staff.role, every_ward=staff.every_ward), person.language)
