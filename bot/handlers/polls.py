"""Quick polls: /ask and its steps, answering one, and what staff see of those they asked."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped, words_of
from bot.views import polls as views
from usecases.broadcasts import asked_polls, compose_poll
from usecases.consultations import answer_poll, polls_in_front


async def ask(update: Update, context: Context) -> None:
    """/ask, perhaps with the question after it."""
    _, *after = words_of(update).split(maxsplit=1) if update.message else ("",)
    text = after[0] if after else ""
    show(context, await compose_poll.begin(context.tx, context.world, context.person, text))


async def go_on(update: Update, context: Context) -> None:
    """Leave a step as it is."""
    show(context, await compose_poll.go_on(context.tx, context.world, context.person))


async def take_answer_off(update: Update, context: Context) -> None:
    """Take one of the answers off."""
    place, tag = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await compose_poll.take_off(tx, world, person, place, tag))


async def choose_end(update: Update, context: Context) -> None:
    """Until when it can be answered."""
    (days,) = tapped(context, 1)
    show(context, await compose_poll.choose_end(context.tx, context.world, context.person, days))


async def answer(update: Update, context: Context) -> None:
    """A resident's answer."""
    code, place, tag = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    shown = await answer_poll.answer(tx, world, person, code, place, tag)
    if update.message is not None:
        await polls_in_front.note_typed(tx, world, person, shown, update.message.message_id)
    show(context, shown)


async def open_(update: Update, context: Context) -> None:
    """The poll as it is now: in the message that was tapped, or below it."""
    code, tag, below = tapped(context, 3)
    shown = await answer_poll.show(context.tx, context.world, context.person, code, tag)
    screen = views.poll(localiser(context), shown)
    context.reply(replace(screen, fresh=below == views.BELOW))


async def listed(update: Update, context: Context) -> None:
    """The polls that staff have asked."""
    show(context, await asked_polls.listed(context.tx, context.world, context.person))


async def show_one(update: Update, context: Context) -> None:
    """One of them."""
    (code,) = tapped(context, 1)
    show(context, await asked_polls.show(context.tx, context.world, context.person, code))


async def ask_why(update: Update, context: Context) -> None:
    """Why is it to end early?"""
    (code,) = tapped(context, 1)
    show(context, await asked_polls.ask_why(context.tx, context.world, context.person, code))


async def give_reason(update: Update, context: Context) -> None:
    """A reason on offer."""
    code, place = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await asked_polls.give_reason(tx, world, person, code, place))


async def stop(update: Update, context: Context) -> None:
    """End it, and tell those who have answered."""
    (code,) = tapped(context, 1)
    context.turn.broadcasts_changed = True
    show(context, await asked_polls.stop(context.tx, context.world, context.person, code))


async def leave(update: Update, context: Context) -> None:
    """It goes on."""
    show(context, await asked_polls.leave(context.tx, context.world, context.person))
