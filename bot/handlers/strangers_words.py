"""Words of somebody of whom nothing is kept, below what they may ask for: a language, and the
plan."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.button_labels import label_on
from bot.handlers.reply import localiser
from bot.screens import Screen
from bot.views.screen_for_reply import screen_for
from usecases.conversation.shown import Shown
from usecases.people.language import LanguageQuestion
from usecases.plans import read_plan


def said_by_stranger(context: Context, text: str) -> str | None:
    """The button of one of these screens whose label, name or number was typed, for somebody of
    whom nothing is kept: not even which of them they have seen."""
    if context.person.id is not None:
        return None
    world, say = context.world, localiser(context)
    languages = LanguageQuestion(world.library.council.languages, say.language)
    for screen in (screen_for(say, languages), screen_for(say, read_plan.begin(world))):
        if isinstance(screen, Screen):
            found = label_on(context, Shown("", 0, "", screen.buttons), text)
            if found is not None:
                return found
    return None
