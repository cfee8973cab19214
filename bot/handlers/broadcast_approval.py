"""Approving a broadcast: the author's send, the second approval, and taking it back."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.screens import Screen
from bot.views.screen_for_reply import screen_for
from engagement.errors import OldButton
from usecases.broadcasts import approval, cancel, compose_again, decline_reason


async def send(update: Update, context: Context) -> None:
    """The author's "Send" button: send it, or ask a second person to approve it."""
    context.turn.broadcasts_changed = True
    show(context, await approval.send(context.tx, context.world, context.person))


async def decide(update: Update, context: Context) -> None:
    """The second person approves or declines. The yes carries the most people that it was shown
    for; one of an earlier version doesn't."""
    numbers = tapped(context, max(2, context.turn.pressed.count(":")))
    code, says_yes, *people = numbers
    if len(people) > 1:
        raise OldButton
    shown = people[0] if people else None
    context.turn.broadcasts_changed = True
    tx, world, person = context.tx, context.world, context.person
    show(
        context,
        await approval.decide(tx, world, person, code, says_yes=says_yes == 1, shown=shown),
    )


async def no_reason(update: Update, context: Context) -> None:
    """The second person gives no reason, or no more of it."""
    (code,) = tapped(context, 1)
    show(context, await decline_reason.none(context.tx, context.world, context.person, code))


async def pass_on_reason(update: Update, context: Context) -> None:
    """Words that came late are the reason."""
    (code,) = tapped(context, 1)
    context.turn.broadcasts_changed = True
    show(context, await decline_reason.pass_on(context.tx, context.world, context.person, code))


async def again(update: Update, context: Context) -> None:
    """The author takes up a broadcast that was not sent. Its report, with a colleague's reason,
    stays in the chat."""
    (code,) = tapped(context, 1)
    taken_up = await compose_again.again(context.tx, context.world, context.person, code)
    screen = screen_for(localiser(context), taken_up)
    context.reply(replace(screen, fresh=True) if isinstance(screen, Screen) else screen)


async def take_back(update: Update, context: Context) -> None:
    """The author cancels a broadcast that waits for the second approval, or takes back what has
    not left yet. In the list of what can be taken back the data has a second number, so that no
    label typed for a report presses it."""
    code, *_ = tapped(context, context.turn.pressed.count(":"))
    context.turn.broadcasts_changed = True
    show(context, await cancel.cancel(context.tx, context.world, context.person, code))
