"""Consultations: the list, answering with buttons, and /mine."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped, ticks
from bot.views import consultations as views
from bot.views import questions
from engagement.consultations.survey import Go
from engagement.errors import OldButton
from usecases.consultations import answer, offered_words, open_list, typed_answers
from usecases.consultations import mine as mine_act
from usecases.consultations.steps import FormQuestion, Receipt
from usecases.conversation import instead

INSTEAD: Mapping[int, Callable[..., Awaitable[Any]]] = {
    typed_answers.COMPLAINT: instead.complain_instead,
    typed_answers.STOP: instead.stop_instead,
}
_WAYS = {questions.GO_BACK: Go.BACK, questions.GO_SKIP: Go.SKIP, questions.GO_DONE: Go.DONE}


async def list_open(update: Update, context: Context) -> None:
    """/consultations."""
    show(context, await open_list.list_open(context.tx, context.world, context.person))


async def introduce(update: Update, context: Context) -> None:
    """A consultation from the list."""
    (code,) = tapped(context, 1)
    show(context, await open_list.introduce(context.tx, context.world, context.person, code))


async def begin(update: Update, context: Context) -> None:
    """The "Answer now" button. The question is a new message, below the one that was tapped."""
    (code,) = tapped(context, 1)
    begun = await answer.begin(context.tx, context.world, context.person, code)
    if isinstance(begun, FormQuestion):
        show(context, begun)
    else:
        context.reply(questions.step(localiser(context), begun, fresh=True))


async def choose_form(update: Update, context: Context) -> None:
    """How much time somebody has, or to go on after a short form."""
    code, short = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    step = await answer.choose_form(tx, world, person, code, short=bool(short))
    context.reply(questions.step(localiser(context), step, fresh=True))


async def later(update: Update, context: Context) -> None:
    """The "Later" button."""
    (code,) = tapped(context, 1)
    found = await open_list.introduce(context.tx, context.world, context.person, code)
    context.reply(views.later(localiser(context), found))


async def who_decides(update: Update, context: Context) -> None:
    """The "Who decides?" button."""
    (code,) = tapped(context, 1)
    found = await open_list.introduce(context.tx, context.world, context.person, code)
    context.reply(views.who_decides(localiser(context), found))


async def show_on(context: Context, done: object) -> None:
    """Reply with what comes next; below a receipt with words that are still undecided."""
    show(context, done)
    if isinstance(done, Receipt):
        await _offer_again(context)


async def _offer_again(context: Context) -> None:
    """Nothing that was said is lost silently."""
    undecided = await typed_answers.offer_again(context.tx, context.world, context.person)
    if undecided is not None:
        show(context, undecided)


async def choose(update: Update, context: Context) -> None:
    """A numbered button under a question."""
    (code, place, number), on = ticks(context, 3)
    tx, world, person = context.tx, context.world, context.person
    done = await answer.tap(tx, world, person, code, place, number, on=on)
    await show_on(context, done)


async def go(update: Update, context: Context) -> None:
    """Back, skip or done."""
    code, place, way = tapped(context, 3)
    if way not in _WAYS:
        raise OldButton
    done = await answer.go(context.tx, context.world, context.person, code, place, _WAYS[way])
    await show_on(context, done)


async def said_of_words(update: Update, context: Context) -> None:
    """Yes or no under words that were offered to be kept, or what they were for instead."""
    code, place, way = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    if way in INSTEAD:
        show(context, await INSTEAD[way](tx, world, person, code, place))
        return
    show(context, await offered_words.decide(tx, world, person, code, place, way))
    await _offer_again(context)


async def my_comments(update: Update, context: Context) -> None:
    """Every comment of the resident, from /mine."""
    show(context, await mine_act.my_comments(context.tx, context.world, context.person))


async def delete_comment(update: Update, context: Context) -> None:
    """Delete one comment."""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await mine_act.delete_comment(tx, world, person, number))


async def mine(update: Update, context: Context) -> None:
    """/mine."""
    show(context, await mine_act.mine(context.tx, context.world, context.person))
