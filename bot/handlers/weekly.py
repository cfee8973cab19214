"""How many messages a week somebody wants."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.views import help as help_views
from bot.views.weekly import CHANGE, NUMBERS, none_at_all
from content.weekly_words import wants_how_many
from engagement.errors import OldButton
from usecases.people import weekly


def answers_weekly(context: Context, text: str) -> bool:
    """Whether words below the question how many messages a week somebody wants say none, which is
    another thing, or a number that isn't offered."""
    newest, said = context.chat.newest_with_buttons, wants_how_many(text)
    if said is None or newest is None:
        return False
    if not any(d.startswith(f"{CHANGE}:") for d in newest.buttons.values()):
        return False
    say = localiser(context)
    asked = {label: d for label, d in newest.buttons.items() if d.startswith(f"{CHANGE}:")}
    context.reply(help_views.nothing_done(say, asked) if said else none_at_all(say))
    return True


async def choose(update: Update, context: Context) -> None:
    """One a week, up to three, or only questions."""
    (number,) = tapped(context, 1)
    if number >= len(NUMBERS):
        raise OldButton
    context.turn.broadcasts_changed = True
    show(context, await weekly.choose(context.tx, context.person, NUMBERS[number]))
