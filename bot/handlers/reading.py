"""News, the plan, the themes one follows, and what has changed in a ward."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show, spoken, tapped
from bot.views import celebrating as views
from engagement.errors import OldButton
from usecases.insight import celebrate as celebrating
from usecases.plans import follow_themes, read_plan
from usecases.plans import news as news_act
from usecases.plans.read_plan import Look


async def news(update: Update, context: Context) -> None:
    """/news."""
    show(context, await news_act.read(context.tx, context.world, context.person))


async def news_page(update: Update, context: Context) -> None:
    """Older news."""
    (page,) = tapped(context, 1)
    show(context, await news_act.read(context.tx, context.world, context.person, page))


async def plans(update: Update, context: Context) -> None:
    """/plan."""
    show(context, read_plan.begin(context.world))


async def plan(update: Update, context: Context) -> None:
    """One plan."""
    (place,) = tapped(context, 1)
    show(context, read_plan.show(context.world, place))


async def part(update: Update, context: Context) -> None:
    """A page of one part of a plan."""
    place, number, here, state, page = tapped(context, 5)
    if here > 1:
        raise OldButton
    at = Look(place, number, here == 1, state, page)
    show(context, await read_plan.look(context.tx, context.world, context.person, at))


async def themes(update: Update, context: Context) -> None:
    """/themes."""
    show(context, await follow_themes.ask(context.tx, context.world, context.person))


async def tick_theme(update: Update, context: Context) -> None:
    """Tick or untick a theme."""
    (number,) = tapped(context, 1)
    show(context, await follow_themes.tick(context.tx, context.world, context.person, number))


async def themes_done(update: Update, context: Context) -> None:
    """That is it."""
    show(context, await follow_themes.done(context.tx, context.world, context.person))


async def celebrate(update: Update, context: Context) -> None:
    """/celebrate."""
    show(context, await celebrating.begin(context.tx, context.world, context.person))


async def celebrate_page(update: Update, context: Context) -> None:
    """More of one's wards."""
    (page,) = tapped(context, 1)
    show(context, await celebrating.begin(context.tx, context.world, context.person, page))


async def card(update: Update, context: Context) -> None:
    """A picture to share."""
    (code,) = tapped(context, 1)
    found = await celebrating.choose(context.tx, context.world, context.person, code)
    context.reply(views.picture(spoken(context), found))


async def celebrate_ward(update: Update, context: Context) -> None:
    """One ward."""
    (code,) = tapped(context, 1)
    show(context, await celebrating.choose(context.tx, context.world, context.person, code))
