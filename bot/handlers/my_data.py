"""One's own ward, leaving, being forgotten, and help."""

from __future__ import annotations

from telegram import ChatMember, Update

from bot.context import Context
from bot.handlers.saying import show, spoken, tapped
from bot.views import joining as views
from usecases import choose_ward, leave, where


async def ward(update: Update, context: Context) -> None:
    """/ward."""
    show(context, choose_ward.show(context.world, context.person))


async def move_house(update: Update, context: Context) -> None:
    """Change my ward."""
    show(context, await choose_ward.ask(context.tx, context.world, context.person))


async def ward_list(update: Update, context: Context) -> None:
    """A page of the list."""
    (page,) = tapped(context, 1)
    show(context, await choose_ward.ask(context.tx, context.world, context.person, page=page))


async def pick(update: Update, context: Context) -> None:
    """A ward from the list."""
    (code,) = tapped(context, 1)
    found = context.world.ward_coded(code)
    show(context, await choose_ward.move(context.tx, context.world, context.person, found))


async def stop(update: Update, context: Context) -> None:
    """/stop: one tap, always."""
    show(context, await leave.stop(context.tx, context.world, context.person))


async def ask_forget(update: Update, context: Context) -> None:
    """/forget, the first of two steps."""
    show(context, leave.ask_forget(context.person))


async def forget(update: Update, context: Context) -> None:
    """Yes or no to being forgotten."""
    (yes,) = tapped(context, 1)
    if yes != 1:
        context.reply(views.not_forgotten(spoken(context)))
        return
    done = await leave.forget(context.tx, context.world, context.person)
    context.turn.forgotten = done.contact_id
    show(context, done)


async def help_(update: Update, context: Context) -> None:
    """/help."""
    show(context, where.menu(context.person))


async def new_messages(update: Update, context: Context) -> None:
    """New message for each question, or one that changes in place."""
    (wanted,) = tapped(context, 1)
    show(
        context,
        await where.want_new_messages(context.tx, context.person, wanted=wanted == 1),
    )


async def membership(update: Update, context: Context) -> None:
    """Telegram says somebody has blocked us, or let us back in."""
    change = update.my_chat_member
    if change is not None:
        left = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        await leave.blocked(context.tx, context.world, context.person, now_blocked=left)
