"""Telegram's menu of commands: everybody's, and each staff role's."""

from __future__ import annotations

from collections.abc import Mapping

from bot.screens import CommandMenu
from engagement.staff.rights import Role
from usecases.people.identify import Person

RESIDENTS = (
    "start", "consultations", "news", "plan", "celebrate", "mine",
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
        "results",
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
        "results",
        "export",
        "reading",
        "submission",
        "complaints",
        "requests",
        "status",
    ),
    Role.OPERATOR: ("status",),
}


def commands(role: Role | None) -> tuple[str, ...]:
    """A role's own commands first, then everybody's."""
    return (*OF_ROLE[role], *RESIDENTS) if role is not None else RESIDENTS


def command_menu(person: Person) -> CommandMenu:
    """The menu of one person's chat, in the language they chose."""
    return CommandMenu(commands(person.staff.role if person.staff else None), person.language)
