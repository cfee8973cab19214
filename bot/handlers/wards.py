"""/ward: the resident's own ward, and the one they follow."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import Handler, show, tapped
from bot.views.wards import WARD_BUTTONS
from usecases.consultations import last_question
from usecases.people import choose_ward
from usecases.people.find_ward import Purpose


async def show_wards(update: Update, context: Context) -> None:
    """/ward."""
    show(context, await choose_ward.leave(context.tx, context.world, context.person))


def ask_ward(purpose: Purpose) -> Handler:
    """Change the home ward, or follow another ward."""

    async def ask(update: Update, context: Context) -> None:
        show(context, await choose_ward.ask(context.tx, context.world, context.person, purpose))

    return ask


def ward_list(purpose: Purpose) -> Handler:
    """A page of the ward list."""

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
    """The button for sharing a location."""

    async def ask(update: Update, context: Context) -> None:
        tx, world, person = context.tx, context.world, context.person
        show(context, await choose_ward.ask_location(tx, world, person, purpose))

    return ask


async def leave(update: Update, context: Context) -> None:
    """Back from the question: nothing changes. Somebody who was asked because of a postcode sees
    the question again that they may have answered with it."""
    tx, world, person = context.tx, context.world, context.person
    shown: object = await choose_ward.leave(tx, world, person)
    if context.turn.pressed != WARD_BUTTONS[Purpose.MOVE].leave:
        now = world.now()
        shown = await last_question.show_again(tx, world, person, finished_since=now) or shown
    show(context, shown)


async def unfollow(update: Update, context: Context) -> None:
    """Stop following a ward."""
    (code,) = tapped(context, 1)
    ward = context.world.ward_coded(code)
    show(context, await choose_ward.unfollow(context.tx, context.world, context.person, ward))
