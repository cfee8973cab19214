"""/stop and /forget, and residents who block the bot."""

from __future__ import annotations

from telegram import ChatMember, Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.views import leaving as views
from bot.views.command_menu import EVERYBODYS
from usecases.people import leave, reach


async def stop(update: Update, context: Context) -> None:
    """/stop: takes effect at once, without a question."""
    show(context, await leave.stop(context.tx, context.world, context.person))


async def ask_forget(update: Update, context: Context) -> None:
    """/forget: asks before anything is deleted."""
    show(context, leave.ask_forget(context.person))


async def forget(update: Update, context: Context) -> None:
    """Yes or no to being forgotten."""
    (yes,) = tapped(context, 1)
    if yes != 1:
        context.reply(views.not_forgotten(localiser(context)))
        return
    done = await leave.forget(context.tx, context.world, context.person)
    context.turn.forgotten = done.contact_id
    show(context, done)
    context.reply(EVERYBODYS)


async def membership(update: Update, context: Context) -> None:
    """Telegram reports that somebody has blocked the bot, or unblocked it."""
    change = update.my_chat_member
    if change is not None:
        left = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        await reach.blocked(context.tx, context.world, context.person, now_blocked=left)
