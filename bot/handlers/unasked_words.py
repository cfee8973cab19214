"""Words that nothing waits for: a label, more of what was written just before, or no use."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.asked_again import ask_home
from bot.handlers.asked_in_words import REQUESTS
from bot.handlers.buttons import begun_label, press_typed, typed_label
from bot.handlers.newest_screen import (
    asks_to_decide,
    check_language_offered,
    check_not_closed,
    newest_with_buttons,
    request_is_newest,
    said_of_mistaken_no,
)
from bot.handlers.other_messages import not_understood
from bot.handlers.reply import localiser, show
from bot.handlers.second_place import typed_again
from bot.handlers.strangers_words import said_by_stranger
from bot.handlers.typed_to_poll import answers_poll_above
from bot.views import help as help_views
from bot.views.offers import TOPIC as OFFER_TOPIC
from bot.views.wards import CHANGES_WARD
from content.asked_in_words import complains
from content.typed_words import ends_chat, move_in
from usecases.broadcasts import decline_reason
from usecases.consultations import last_question, typed_answers
from usecases.conversation.typed_words import WARDS, Request
from usecases.people import choose_ward, words_in_hand


async def nothing_waits(update: Update, context: Context, text: str) -> None:
    """Words that nothing waits for."""
    tx, world, person = context.tx, context.world, context.person
    label = typed_label(context, text)
    if label is not None:
        await press_typed(update, context, label)
        return
    if await thanks_or_has_moved(context, text) or await answers_poll_above(update, context, text):
        return
    moves = move_in(text) is not None
    if moves and await _offered_again(context):
        return
    more = None if moves else await typed_answers.more_words(tx, world, person, text)
    if more is not None:
        show(context, more)
        return
    begun = (
        begun_label(context, text)
        or said_of_mistaken_no(context, text)
        or said_by_stranger(context, text)
    )
    if begun is not None:
        await press_typed(update, context, begun)
    elif complains(text):
        await REQUESTS[Request.COMPLAIN](update, context)
    elif not await _offered_as_reason(context, text):
        check_not_closed(context)
        check_language_offered(context, text)
        not_understood(context)


async def _offered_again(context: Context) -> bool:
    """Show the newest offer to keep words again, below words that don't belong to them."""
    newest = newest_with_buttons(context)
    if newest is None or newest.topic != OFFER_TOPIC:
        return False
    offer = await typed_answers.offer_again(context.tx, context.world, context.person)
    if offer is not None:
        await words_in_hand.note_offered(context.tx, context.world, context.person)
        show(context, offer)
    return offer is not None


async def _offered_as_reason(context: Context, text: str) -> bool:
    """Ask whether words are why this person has declined a message, if they may be."""
    if context.turn.signposts is not None:
        return False
    tx, world, person = context.tx, context.world, context.person
    below = request_is_newest(context)
    asked = await decline_reason.offer(tx, world, person, text, below_request=below)
    if asked is not None:
        show(context, asked)
    return asked is not None


async def thanks_or_has_moved(context: Context, text: str) -> bool:
    """Handle thanks and goodbye, and a postcode alone: it puts the place right that was just sent,
    or asks whether the home has changed. So does a ward's name below /ward."""
    if ends_chat(text):
        welcome(context)
        return True
    if await typed_again(context, text) or await _names_a_ward(context, text):
        return True
    moved = choose_ward.ask_if_moved(context.world, context.person, text)
    if moved is not None:
        await ask_home(context, moved)
    return moved is not None


async def _names_a_ward(context: Context, text: str) -> bool:
    """Ask whether the home has changed, where the newest screen is /ward and words name wards."""
    newest = newest_with_buttons(context)
    buttons = newest.buttons.values() if newest is not None and newest.topic == WARDS else ()
    if CHANGES_WARD not in buttons:
        return False
    tx, world, person = context.tx, context.world, context.person
    is_open = await last_question.open_question(tx, world, person) is not None
    found = await choose_ward.named_below(tx, world, person, text, may_answer=is_open)
    if isinstance(found, choose_ward.HomeQuestion):
        await ask_home(context, found)
    elif found is not None:
        show(context, found)
    return found is not None


def welcome(context: Context) -> None:
    """Thanks, or goodbye: no answer, and nothing to keep. Below a question with a decision they may
    be meant as a yes, and decide nothing."""
    if asks_to_decide(context):
        not_understood(context)
    elif context.turn.signposts is None:
        context.reply(help_views.welcome(localiser(context)))
