"""Edited messages: a changed answer, a ward spelt again, or nothing that counts."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.asked_again import TAKE_BACK
from bot.handlers.consultations import show_on
from bot.handlers.leaving import stop
from bot.handlers.reply import localiser, words_of
from bot.handlers.typed_to_equality import is_asked_again
from bot.handlers.typed_to_poll import edited as edited_at_poll
from bot.handlers.typed_words import words as take_words
from bot.views import help as views
from bot.views.broadcast_progress import CORRECT
from content.asked_in_words import asks_for_help, asks_to_be_forgotten, asks_to_stop
from content.yes_and_no import yes_or_no
from engagement.staff.rights import MAY_SEND
from usecases.broadcasts import compose
from usecases.consultations import answer_poll, changed_answers
from usecases.conversation.typed_words import Waiting, waiting_for
from usecases.people.join import ArrivalStep


async def edited(update: Update, context: Context) -> None:
    """An edited message changes the answer it gave, or names the ward that is asked for; otherwise
    the reply says that it counts for nothing."""
    if asks_to_stop(words_of(update)):
        await stop(update, context)
        return
    message = update.edited_message
    words = words_of(update)
    if message is None or not words:
        return
    tx, world, person = context.tx, context.world, context.person
    changed = None
    # A command that an edit makes of an answer is neither: it has to be sent.
    if not (words.startswith("/") or asks_for_help(words) or asks_to_be_forgotten(words)):
        changed = await changed_answers.edit(tx, world, person, message.message_id, words)
        if changed is None and await edited_at_poll(update, context, message.message_id):
            await is_asked_again(context)
            return
    if changed is not None:
        await show_on(context, changed)
        await is_asked_again(context)
    elif context.turn.signposts is None and await _names_a_ward(context, words):
        await take_words(update, context)
    else:
        await _says_what_stays(context)


async def _says_what_stays(context: Context) -> None:
    """Say that an edit changes nothing, and how to change what it may be meant for. After the
    numbers to call that is for those alone who are writing to residents: they would take the
    message for changed."""
    tx, world, person = context.tx, context.world, context.person
    draft = person.draft(compose.SENDING)
    writing = draft is not None and not compose.rests(draft)
    sends = person.staff is not None and person.staff.role in MAY_SEND
    verbs = {d.partition(":")[0] for s in context.turn.shown for d in s.buttons.values()}
    waits, corrects = TAKE_BACK in verbs, CORRECT in verbs
    if context.turn.signposts is not None and not (sends and (writing or waits or corrects)):
        return
    screen = views.edit_not_counted(
        localiser(context),
        writing,
        sends=sends,
        joined=person.has_joined,
        waits=waits,
        corrects=corrects,
        polls=person.has_joined and await answer_poll.has_open(tx, world, person),
    )
    context.reply(screen)


async def _names_a_ward(context: Context, words: str) -> bool:
    """Whether these words may be the name of a ward, spelt again: a ward is asked for just now."""
    if words.startswith("/") or yes_or_no(words) is not None:
        return False
    waits = await waiting_for(context.tx, context.world, context.person, words)
    if waits.what is Waiting.JOINING:
        arrival = context.person.arrival
        return arrival is not None and arrival.step in (ArrivalStep.WARD, ArrivalStep.LIST)
    return waits.what is Waiting.OTHER_WARD
