"""/results."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.views.map_of_places import picture
from usecases.insight import results, results_of_ward


async def choose(update: Update, context: Context) -> None:
    """/results: the choice of a consultation, or the only one's results."""
    show(context, await results_of_ward.begin(context.tx, context.world, context.person))


async def show_results(update: Update, context: Context) -> None:
    """One consultation's results."""
    (code,) = tapped(context, 1)
    show(context, await results.show(context.tx, context.world, context.person, code))


async def show_own_ward(update: Update, context: Context) -> None:
    """One consultation's results in the person's own ward, or a choice of their wards."""
    (code,) = tapped(context, 1)
    show(context, await results_of_ward.show(context.tx, context.world, context.person, code))


async def show_ward(update: Update, context: Context) -> None:
    """One consultation's results in any ward."""
    code, ward = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await results_of_ward.show_ward(tx, world, person, code, ward))


async def choose_ward(update: Update, context: Context) -> None:
    """The wards whose results can be shown, a page at a time."""
    code, page = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await results_of_ward.choose_ward(tx, world, person, code, page))


async def show_themselves(update: Update, context: Context) -> None:
    """What those who answered said of themselves."""
    (code,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await results.show_themselves(tx, world, person, code))


async def show_map(update: Update, context: Context) -> None:
    """The squares of a question for a place, as a picture."""
    code, number = tapped(context, 2)
    found = await results.show_map(context.tx, context.world, context.person, code, number)
    context.reply(picture(localiser(context), found))
