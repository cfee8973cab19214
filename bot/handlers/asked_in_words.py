"""Requests in words alone: each does what a command does."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.context import Context
from bot.handlers import equality, results
from bot.handlers.help import help_
from bot.handlers.joining import begin
from bot.handlers.leaving import ask_forget, stop
from bot.handlers.reply import Handler, begins, show, words_of
from bot.handlers.shared_phone import another
from content.typed_words import asks_something
from usecases.conversation.typed_words import Request
from usecases.operations import complain


async def _start(_: Update, context: Context) -> None:
    await begin(context)


async def _complain(_: Update, context: Context) -> None:
    show(context, await complain.ask(context.tx, context.world, context.person))


async def _stop_using(update: Update, context: Context) -> None:
    asks = asks_something(words_of(update))
    await (equality.about_me if asks else equality.stop)(update, context)


REQUESTS: Mapping[Request, Handler] = {
    Request.STOP: stop,
    Request.HELP: help_,
    Request.FORGET: ask_forget,
    Request.START: _start,
    Request.ANOTHER: another,
    Request.ABOUT_ME: equality.about_me,
    Request.STOP_USING: _stop_using,
    Request.RESULTS: results.choose,
    Request.COMPLAIN: begins(complain.COMPLAINING, _complain),
}
"""What asks in words for what a command does."""
