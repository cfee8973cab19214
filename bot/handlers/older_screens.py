"""Replies to questions and offers further up in the chat: they are for what they reply to."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed
from bot.handlers.consultations import show_on
from bot.handlers.reply import localiser, show, words_of
from bot.screens import data, numbers_in
from bot.views import help as help_views
from content.yes_and_no import keeps_or_drops
from usecases.consultations import changed_answers, typed_answers
from usecases.conversation.shown import OLDER, Shown


def older_screen(context: Context) -> Shown | None:
    """The question or offer further up that this message replies to."""
    replied_to = context.turn.parsed.replied_to
    questions = tuple(f"{OLDER}{verb}:" for verb in ("q", "kw"))
    older = (s for s in context.turn.shown if s.topic.startswith(questions))
    return next((s for s in older if s.message_id == replied_to), None)


async def answer_older(update: Update, context: Context, older: Shown) -> None:
    """Change the answer to this question, or decide about the words of this offer. Raises
    OldButton, NotAChoice, TextTooLong."""
    text, asked = words_of(update), older.topic.removeprefix(OLDER)
    code, place = numbers_in(asked)[:2]
    if asked.startswith("kw:"):
        await _to_offer(update, context, code, place, text)
        return
    tx, world, person = context.tx, context.world, context.person
    said_in = update.message.message_id if update.message else 0
    done = await changed_answers.type_at(tx, world, person, code, place, text, said_in)
    await show_on(context, done)


async def _to_offer(update: Update, context: Context, code: int, place: int, text: str) -> None:
    said = keeps_or_drops(text, context.person.language)
    if said is not None:
        way = typed_answers.YES if said else typed_answers.NO
        await press_typed(update, context, data("kw", code, place, way))
        return
    offer = await changed_answers.offer_still(
        context.tx, context.world, context.person, code, place
    )
    if offer is not None:
        show(context, offer)
    else:
        context.reply(help_views.reply_not_kept(localiser(context)))
