"""/plan."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from engagement.errors import OldButton
from usecases.plans import read_plan
from usecases.plans.read_plan import Look


async def plans(update: Update, context: Context) -> None:
    """/plan: the choice of a plan, or the only one."""
    show(context, read_plan.begin(context.world))


async def plan(update: Update, context: Context) -> None:
    """One plan."""
    (place,) = tapped(context, 1)
    show(context, read_plan.show(context.world, place))


async def calendar(update: Update, context: Context) -> None:
    """When one plan's progress is reported."""
    (place,) = tapped(context, 1)
    show(context, read_plan.calendar(context.world, place))


async def part(update: Update, context: Context) -> None:
    """A page of one part of a plan."""
    place, number, here, state, page = tapped(context, 5)
    if here > 1:
        raise OldButton
    at = Look(place, number, here == 1, state, page)
    show(context, await read_plan.look(context.tx, context.world, context.person, at))
