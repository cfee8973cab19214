"""Which language, in every language's own name; and the menu of commands, by role."""

from __future__ import annotations

from bot.screens import Button, CommandMenu, Rows, Screen, data
from bot.views.spoken import Spoken
from content.words import Html
from engagement.staff.rights import Role
from usecases.people.identify import Person
from usecases.people.language import LanguageQuestion, LanguageSet

RESIDENTS = (
    "start", "consultations", "news", "plan", "celebrate", "mine",
    "ward", "themes", "language", "stop", "forget", "help",
)  # fmt: skip
"""The commands Telegram's menu offers everybody."""
OF_ROLE = {
    Role.BOARD_MEMBER: ("send",),
    Role.OFFICER: ("send", "results", "export"),
    Role.ADMINISTRATOR: ("send", "results", "export", "status"),
    Role.OPERATOR: ("status",),
}


def commands(role: Role | None) -> tuple[str, ...]:
    """The commands of a role first, then everybody's."""
    return (*OF_ROLE[role], *RESIDENTS) if role is not None else RESIDENTS


def menu(person: Person) -> CommandMenu:
    """The menu of one chat, in the language its person chose."""
    return CommandMenu(commands(person.staff.role if person.staff else None), person.language)


def buttons(say: Spoken, *, but: str = "") -> Rows:
    """One button a language, each in its own words; ``but`` is left out."""
    spoken = say.world.library.council.languages
    row = tuple(
        Button(say.words.plain("language-name", language), data("x", place))
        for place, language in enumerate(spoken)
        if language != but
    )
    return (row,) if row else ()


def question(say: Spoken, asked: LanguageQuestion) -> Screen:
    """Which language?"""
    return Screen(say.html("language-choose"), buttons(say), topic="language")


def chosen(say: Spoken, _: LanguageSet) -> Screen:
    """Said in the language that was chosen, with a word on how far to trust it."""
    parts = [say.html("language-set")]
    if say.language != "en":
        parts.append(say.html("language-draft"))
    return Screen(Html("\n".join(parts)), topic="language")
