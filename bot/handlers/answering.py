"""Consultations: which are open, and the taps that answer them."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show, spoken, tapped
from bot.views import answering as views
from engagement.consultations.survey import Go
from engagement.errors import OldButton
from usecases.consultations import answer
from usecases.consultations import mine as mine_act

_WAYS = {views.GO_BACK: Go.BACK, views.GO_SKIP: Go.SKIP, views.GO_DONE: Go.DONE}


async def list_open(update: Update, context: Context) -> None:
    """/consultations."""
    show(context, await answer.list_open(context.tx, context.world, context.person))


async def introduce(update: Update, context: Context) -> None:
    """One consultation from the list."""
    (code,) = tapped(context, 1)
    show(context, await answer.introduce(context.tx, context.world, context.person, code))


async def begin(update: Update, context: Context) -> None:
    """Answer now: the question comes as a message of its own, below what was tapped."""
    (code,) = tapped(context, 1)
    step = await answer.begin(context.tx, context.world, context.person, code)
    context.reply(views.step(spoken(context), step, fresh=True))


async def later(update: Update, context: Context) -> None:
    """Later."""
    (code,) = tapped(context, 1)
    found = await answer.introduce(context.tx, context.world, context.person, code)
    context.reply(views.later(spoken(context), found))


async def who_decides(update: Update, context: Context) -> None:
    """Who decides?"""
    (code,) = tapped(context, 1)
    found = await answer.introduce(context.tx, context.world, context.person, code)
    context.reply(views.who_decides(spoken(context), found))


async def choose(update: Update, context: Context) -> None:
    """A numbered button under a question."""
    code, place, number = tapped(context, 3)
    show(
        context,
        await answer.tap(context.tx, context.world, context.person, code, place, number),
    )


async def go(update: Update, context: Context) -> None:
    """Back, skip or done."""
    code, place, way = tapped(context, 3)
    if way not in _WAYS:
        raise OldButton
    show(
        context,
        await answer.go(context.tx, context.world, context.person, code, place, _WAYS[way]),
    )


async def mine(update: Update, context: Context) -> None:
    """/mine."""
    show(context, await mine_act.mine(context.tx, context.world, context.person))
