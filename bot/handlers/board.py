"""A board member's /send, from who it is for to the second yes."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show, spoken, tapped
from bot.views import board as views
from engagement.errors import NothingInHand
from usecases.broadcasts import approval, compose, send_again
from usecases.broadcasts.wording import wording


async def send(update: Update, context: Context) -> None:
    """/send."""
    show(context, await compose.begin(context.tx, context.world, context.person))


async def ward(update: Update, context: Context) -> None:
    """Tick or untick a ward."""
    (code,) = tapped(context, 1)
    show(context, await compose.choose_ward(context.tx, context.world, context.person, code))


async def every_ward(update: Update, context: Context) -> None:
    """All one's wards, or the plan's."""
    (of_plan,) = tapped(context, 1)
    show(
        context,
        await compose.choose_every_ward(
            context.tx, context.world, context.person, of_plan=of_plan == 1
        ),
    )


async def new_wards(update: Update, context: Context) -> None:
    """Ask those who live by former boundaries which ward is home now."""
    show(context, await compose.choose_new_wards(context.tx, context.world, context.person))


async def page(update: Update, context: Context) -> None:
    """Another page of wards."""
    (number,) = tapped(context, 1)
    show(context, await compose.turn_page(context.tx, context.world, context.person, number))


async def wards_done(update: Update, context: Context) -> None:
    """The wards are chosen."""
    show(context, await compose.wards_done(context.tx, context.world, context.person))


async def subject(update: Update, context: Context) -> None:
    """What it is about."""
    (number,) = tapped(context, 1)
    show(
        context,
        await compose.choose_subject(context.tx, context.world, context.person, number),
    )


async def change(update: Update, context: Context) -> None:
    """Write it again."""
    show(context, await compose.change_text(context.tx, context.world, context.person))


async def cancel(update: Update, context: Context) -> None:
    """Cancel the draft."""
    show(context, await compose.put_aside(context.tx, context.person))


async def send_me(update: Update, context: Context) -> None:
    """Send it to me first: the very message, below the preview."""
    data = compose.in_hand(context.person)
    if data["step"] != "preview":
        raise NothingInHand
    context.reply(views.broadcast(spoken(context), wording(context.world, data)))


async def yes(update: Update, context: Context) -> None:
    """Send to so many people: the first yes."""
    context.turn.stirs = True
    show(context, await approval.send(context.tx, context.world, context.person))


async def second_yes(update: Update, context: Context) -> None:
    """The second person's yes or no."""
    code, says_yes = tapped(context, 2)
    context.turn.stirs = True
    show(
        context,
        await approval.decide(
            context.tx, context.world, context.person, code, says_yes=says_yes == 1
        ),
    )


async def take_back(update: Update, context: Context) -> None:
    """The author cancels while the second yes is awaited."""
    (code,) = tapped(context, 1)
    context.turn.stirs = True
    show(context, await approval.take_back(context.tx, context.world, context.person, code))


async def ask_again(update: Update, context: Context) -> None:
    """The author looks at what would go once more to those it may not have reached."""
    (code,) = tapped(context, 1)
    show(context, await send_again.ask(context.tx, context.world, context.person, code))


async def not_again(update: Update, context: Context) -> None:
    """Not now: the report as it stands."""
    (code,) = tapped(context, 1)
    show(context, await send_again.leave(context.tx, context.world, context.person, code))


async def yes_again(update: Update, context: Context) -> None:
    """It goes once more to those it may not have reached."""
    (code,) = tapped(context, 1)
    context.turn.stirs = True
    show(context, await send_again.yes(context.tx, context.world, context.person, code))
