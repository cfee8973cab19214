"""Replies to questions and offers further up in the chat: they are for what they reply to."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed
from bot.handlers.consultations import show_on
from bot.handlers.reply import localiser, show, words_of
from bot.screens import data, numbers_in
from bot.views import help as help_views
from content.typed_words import keeps_or_drops
from usecases.consultations import typed_answers
from usecases.conversation.shown import OLDER


async def answers_older(update: Update, context: Context) -> bool:
    """Whether this replies to a question or an offer further up: it changes that answer, or decides
    about those words. Raises OldButton, NotAChoice, TextTooLong."""
    replied_to = context.turn.parsed.replied_to
    older = next(
        (s for s in context.turn.shown if s.topic.startswith(OLDER) and s.message_id == replied_to),
        None,
    )
    if older is None:
        return False
    text = words_of(update)
    verb, *_ = asked = older.topic.removeprefix(OLDER).split(":")
    code, place = numbers_in(":".join(asked))
    if verb == "kw":
        await _to_offer(update, context, code, place, text)
        return True
    tx, world, person = context.tx, context.world, context.person
    said_in = update.message.message_id if update.message else 0
    await show_on(
        context, await typed_answers.type_at(tx, world, person, code, place, text, said_in)
    )
    return True


async def _to_offer(update: Update, context: Context, code: int, place: int, text: str) -> None:
    said = keeps_or_drops(text)
    if said is not None:
        way = typed_answers.YES if said else typed_answers.NO
        await press_typed(update, context, data("kw", code, place, way))
        return
    offer = await typed_answers.offer_still(context.tx, context.world, context.person, code, place)
    if offer is not None:
        show(context, offer)
    else:
        context.reply(help_views.reply_not_kept(localiser(context)))
