"""Own words: what takes them, and the question whether they are for what waits further up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.reply import marks_of, show, tapped
from engagement.errors import OldButton
from usecases.broadcasts import asked_polls, compose_by_typing
from usecases.consultations import manage_words, submissions_typed
from usecases.conversation import current_screen, doubted_words
from usecases.conversation.typed_words import Waiting, WaitingFor
from usecases.insight import celebrate
from usecases.operations import close_alert, complain, complaints, requests, written_down
from usecases.people import choose_ward

WRITES: Mapping[Waiting, Callable[..., Awaitable[Any]]] = {
    Waiting.COMPLAINT: complain.type_here,
    Waiting.OUTCOME: complaints.type_outcome,
    Waiting.REQUEST: requests.type_here,
    Waiting.READING: written_down.type_here,
    Waiting.STOPPING: asked_polls.type_reason,
    Waiting.SUBMISSION: submissions_typed.type_here,
    Waiting.DECIDING: manage_words.type_here,
    Waiting.ALERT: close_alert.type_here,
    Waiting.OTHER_WARD: choose_ward.type_here,
    Waiting.CELEBRATION: celebrate.type_here,
}


async def ask(update: Update, context: Context, waits: WaitingFor, text: str) -> None:
    """Ask whether these words are for what waits: other things are below it by now."""
    tx, world, person = context.tx, context.world, context.person
    marks = marks_of(update)
    show(context, await doubted_words.ask(tx, world, person, waits.what, text, marks))


async def said(update: Update, context: Context) -> None:
    """Yes or no to that."""
    (yes,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    found, person = await doubted_words.take(tx, world, person)
    context.turn.person = person
    if yes not in (0, 1):
        raise OldButton
    if not yes:
        show(context, await current_screen.here(tx, world, person))
        return
    act = WRITES.get(found.what)
    if act is None:
        act = partial(compose_by_typing.type_here, marks=found.marks)
    show(context, await act(tx, world, person, found.text))
