"""One's own ward, leaving, being forgotten, and help."""

from __future__ import annotations

from telegram import ChatMember, Update

from bot.context import Context
from bot.handlers.saying import Handler, show, spoken, tapped
from bot.views import joining as views
from usecases.conversation import current_screen
from usecases.people import choose_ward, leave
from usecases.people.locate import Purpose


async def ward(update: Update, context: Context) -> None:
    """/ward."""
    show(context, await choose_ward.show(context.tx, context.world, context.person))


def ask_ward(purpose: Purpose) -> Handler:
    """Change my ward, or follow another."""

    async def ask(update: Update, context: Context) -> None:
        show(context, await choose_ward.ask(context.tx, context.world, context.person, purpose))

    return ask


def ward_list(purpose: Purpose) -> Handler:
    """A page of the list."""

    async def turn(update: Update, context: Context) -> None:
        (page,) = tapped(context, 1)
        tx, world, person = context.tx, context.world, context.person
        show(context, await choose_ward.ask(tx, world, person, purpose, page=page))

    return turn


def pick(purpose: Purpose) -> Handler:
    """A ward from the list."""

    async def choose(update: Update, context: Context) -> None:
        (code,) = tapped(context, 1)
        ward = context.world.ward_coded(code)
        tx, world, person = context.tx, context.world, context.person
        show(context, await choose_ward.choose(tx, world, person, purpose, ward))

    return choose


def ask_location(purpose: Purpose) -> Handler:
    """Use my location."""

    async def ask(update: Update, context: Context) -> None:
        tx, world, person = context.tx, context.world, context.person
        show(context, await choose_ward.ask_location(tx, world, person, purpose))

    return ask


async def unfollow(update: Update, context: Context) -> None:
    """Stop following a ward."""
    (code,) = tapped(context, 1)
    ward = context.world.ward_coded(code)
    show(context, await choose_ward.unfollow(context.tx, context.world, context.person, ward))


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
    show(context, current_screen.menu(context.person))


async def new_messages(update: Update, context: Context) -> None:
    """New message for each question, or one that changes in place."""
    (wanted,) = tapped(context, 1)
    show(
        context,
        await current_screen.want_new_messages(context.tx, context.person, wanted=wanted == 1),
    )


async def membership(update: Update, context: Context) -> None:
    """Telegram says somebody has blocked us, or let us back in."""
    change = update.my_chat_member
    if change is not None:
        left = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        await leave.blocked(context.tx, context.world, context.person, now_blocked=left)
