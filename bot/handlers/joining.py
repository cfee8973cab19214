"""Joining: /start, what we keep, 13 or over, where is home."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show, spoken, tapped, words_of
from bot.views import joining as views
from bot.views import languages
from usecases.people import identify, join


async def start(update: Update, context: Context) -> None:
    """/start, plain or with what a link carried."""
    _, _, payload = words_of(update).partition(" ")
    done = await join.start(context.tx, context.world, context.person, payload.strip())
    show(context, done)
    if isinstance(done, join.StaffWelcome):
        context.turn.stirs = True
        person = await identify.recognise(context.tx, context.world, context.person.chat_id)
        context.reply(languages.menu(person))


async def agree(update: Update, context: Context) -> None:
    """Start was tapped."""
    show(context, await join.agree(context.tx, context.person))


async def privacy(update: Update, context: Context) -> None:
    """More about privacy."""
    context.reply(views.privacy(spoken(context)))


async def age(update: Update, context: Context) -> None:
    """Yes or no to 13 or over."""
    (yes,) = tapped(context, 1)
    show(
        context,
        await join.say_age(context.tx, context.world, context.person, old_enough=yes == 1),
    )


async def poster_yes(update: Update, context: Context) -> None:
    """The poster's ward is home."""
    show(context, await join.confirm_poster(context.tx, context.world, context.person))


async def postcode(update: Update, context: Context) -> None:
    """Type my postcode."""
    show(context, await join.ask_postcode(context.tx, context.person))


async def ask_location(update: Update, context: Context) -> None:
    """Use my location."""
    show(context, join.ask_location(context.person))


async def ward_list(update: Update, context: Context) -> None:
    """A page of the list."""
    (page,) = tapped(context, 1)
    show(context, await join.show_list(context.tx, context.world, context.person, page))


async def pick(update: Update, context: Context) -> None:
    """A ward from the list."""
    (code,) = tapped(context, 1)
    ward = context.world.ward_coded(code)
    show(context, await join.settle_in(context.tx, context.world, context.person, ward))
