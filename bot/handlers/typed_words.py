"""Typed words: a button's label, or a reply to what the bot is waiting for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers.asked_in_words import REQUESTS
from bot.handlers.buttons import press_typed, typed_label
from bot.handlers.consultations import show_on
from bot.handlers.newest_screen import (
    check_language_offered,
    newest_with_buttons,
    news_came_after,
    numbers_of_few_wards,
    question_is_shown,
    request_is_newest,
    said_of_forgetting,
    said_of_newest,
    said_of_offer,
    said_of_signposts,
    said_yes_or_no,
    words_go,
)
from bot.handlers.no_answer import answers_no_question
from bot.handlers.other_messages import ask_which, not_understood, several_wait
from bot.handlers.reply import localiser, marks_of, show, words_of
from bot.handlers.unasked_words import nothing_waits, welcome
from bot.views import complaints as complaint_views
from bot.views import help as help_views
from bot.views import requests as request_views
from bot.views import safety as safety_views
from bot.views.broadcast_composing import TOPIC as SENDING
from bot.views.questions import question_topic
from bot.views.wards import WARD_BUTTONS
from content.asked_in_words import asks_to_cancel
from content.schema.consultation import QuestionKind
from content.typed_words import ends_chat, gives_up, yes_or_no
from engagement.consultations.typed_labels import option_named
from engagement.errors import NotOwnWords
from usecases.broadcasts import compose_by_typing, decline_reason
from usecases.broadcasts.replies import is_news
from usecases.consultations import typed_answers
from usecases.conversation.typed_words import (
    CELEBRATED,
    WHY,
    Request,
    Waiting,
    WaitingFor,
    check_no_rest,
    request_in,
    waiting_for,
)
from usecases.insight import celebrate
from usecases.operations import close_alert, complain, complaints, requests
from usecases.people import choose_ward, find_ward, forget, join
from usecases.people.find_ward import Purpose
from usecases.people.forget import ForgetQuestion

WRITES: Mapping[Waiting, Callable[..., Awaitable[Any]]] = {
    Waiting.COMPLAINT: complain.type_here,
    Waiting.OUTCOME: complaints.type_outcome,
    Waiting.REQUEST: requests.type_here,
    Waiting.ALERT: close_alert.type_here,
    Waiting.OTHER_WARD: choose_ward.type_here,
    Waiting.CELEBRATION: celebrate.type_here,
}
CHOICES = (
    Waiting.JOINING,
    Waiting.OTHER_WARD,
    Waiting.CELEBRATION,
    Waiting.FORGETTING,
    Waiting.REASON,
)
"""What waits for a choice, or for words for a colleague: words of danger are nothing to it."""


async def words(update: Update, context: Context) -> None:
    """Text that isn't a command: a reply to what the bot is waiting for, or a button's label.

    A label in a message newer than the one that waits comes first: the person used the newest
    message last.
    """
    waits = await waiting_for(context.tx, context.world, context.person, words_of(update))
    if await _needs_no_answer(update, context, waits):
        return
    topic, text = _topic(waits), words_of(update)
    if await _is_for_another_screen(update, context, waits, text):
        return
    match waits.what:
        case Waiting.BROADCAST:
            label = typed_label(context, text, topic=topic)
            write = partial(compose_by_typing.type_here, marks=marks_of(update))
            await _press_or(update, context, label, write)
        case what if what in WRITES:
            label = typed_label(context, text, topic=topic)
            await _press_or(update, context, label, WRITES[what])
        case Waiting.JOINING:
            await _press_or(update, context, typed_label(context, text), join.type_here)
        case Waiting.FORGETTING:
            show(context, await _forget_question_again(context))
        case Waiting.REASON:
            await _give_reason(update, context, waits.slug, text)
        case Waiting.QUESTION:
            await _to_question(update, context, waits, text)
        case _:
            await nothing_waits(update, context, text)


def _said_of_a_button(context: Context, waits: WaitingFor, text: str) -> str | None:
    """The button that typed words press before they can be anything else."""
    topic = _topic(waits)
    if waits.what is Waiting.FORGETTING:
        return said_of_forgetting(context, text)
    if (removes := said_of_signposts(context, text)) is not None:
        return removes
    if waits.what is Waiting.OTHER_WARD and gives_up(text):
        return WARD_BUTTONS[Purpose.MOVE].leave
    # A message that waits and isn't in the chat yet is on its way: it will be the newest.
    comes = bool(topic) and all(s.topic != topic for s in context.turn.shown)
    below = typed_label(context, text, below=topic) if topic and not comes else None
    newest = None if comes else said_of_newest(context, text, below=topic)
    return (
        below
        or said_of_offer(context, waits, text)
        or said_yes_or_no(context, waits, text)
        or newest
    )


async def _forget_question_again(context: Context) -> ForgetQuestion:
    """Words that fit nothing that /forget offers decide nothing: the question is asked again."""
    newest, person = newest_with_buttons(context), context.person
    without_words = newest is not None and words_go(newest)
    asked = await forget.ask(context.tx, context.world, person, without_words=without_words)
    return replace(asked, unclear=True)


async def _is_for_another_screen(
    update: Update, context: Context, waits: WaitingFor, text: str
) -> bool:
    """Handle words that are not for what waits: they press a button of a newer screen, or would be
    no answer to the open question. Raises NotAChoice, and NoSuchLanguage for a language that a
    newer screen doesn't offer."""
    unasked = waits.what in (Waiting.NOTHING, Waiting.QUESTION)
    if unasked and asks_to_cancel(text) and several_wait(context):
        await ask_which(context)
        return True
    pressed = _said_of_a_button(context, waits, text)
    if pressed is not None:
        await press_typed(update, context, pressed)
        return True
    check_language_offered(context, text, waits=_topic(waits))
    if unasked and request_is_newest(context) and yes_or_no(text) is not None:
        not_understood(context)
        return True
    return unasked and await answers_no_question(update, context, waits, text)


async def _give_reason(update: Update, context: Context, code: str, text: str) -> None:
    """Why a broadcast was declined."""
    label = typed_label(context, text, topic=f"{WHY}{code}")
    if label is not None:
        await press_typed(update, context, label)
        return
    context.turn.broadcasts_changed = True
    tx, world, person = context.tx, context.world, context.person
    show(context, await decline_reason.give(tx, world, person, int(code), text))


async def _to_question(update: Update, context: Context, waits: WaitingFor, text: str) -> None:
    """An answer to the open question, unless it asks for a choice and this is only a postcode."""
    tx, world, person = context.tx, context.world, context.person
    asked = waits.question
    if asked is not None and asked.kind is not QuestionKind.TEXT:
        if ends_chat(text) and option_named(asked, text) is None:
            welcome(context)
            return
        moved = choose_ward.ask_if_moved(world, person, text)
        if moved is not None:
            show(context, moved)
            return
    said_in = update.message.message_id if update.message else 0
    news = await news_came_after(context, waits)
    seen = question_is_shown(context, waits)
    done = await typed_answers.type_here(
        tx, world, person, waits.slug, text, said_in, after_news=news, seen=seen
    )
    await show_on(context, done)


async def _needs_no_answer(update: Update, context: Context, waits: WaitingFor) -> bool:
    """Handle stop words, help words, replies to news, and words of danger where a choice is asked
    for: they are nobody's answer. Raises TextTooLong for the rest of a text that was too long: it
    is refused with the first part, not taken for a text of its own.
    """
    if context.turn.signposts is not None and waits.what in CHOICES:
        return True
    tx, person, text = context.tx, context.person, words_of(update)
    request = request_in(text, waits)
    is_label = request in (Request.START, Request.COMPLAIN)
    if is_label and typed_label(context, text) is not None:
        request = None
    if request is not None:
        await REQUESTS[request](update, context)
        return True
    replied_to = context.turn.parsed.replied_to
    if replied_to is not None and await is_news(tx, person, replied_to):
        if context.turn.signposts is None:
            context.reply(help_views.reply_not_kept(localiser(context)))
        return True
    sent_at = update.message.date if update.message else context.world.now()
    if typed_label(context, text) is None:
        check_no_rest(person, waits, text, sent_at)
    return False


async def forwarded(update: Update, context: Context) -> None:
    """A forwarded text. Only a member of staff who writes a broadcast may use one: they see it
    before it is sent. Raises NotOwnWords."""
    waits = await waiting_for(context.tx, context.world, context.person)
    if waits.what is not Waiting.BROADCAST or not words_of(update):
        raise NotOwnWords
    await words(update, context)


def _topic(waits: WaitingFor) -> str:
    """The topic of the message that waits for words."""
    topics = {
        Waiting.BROADCAST: SENDING,
        Waiting.COMPLAINT: complaint_views.TOPIC,
        Waiting.OUTCOME: complaint_views.DESK,
        Waiting.REQUEST: request_views.TOPIC,
        Waiting.ALERT: safety_views.CLOSING,
        Waiting.OTHER_WARD: WARD_BUTTONS[Purpose.MOVE].topic,
        Waiting.CELEBRATION: CELEBRATED,
        Waiting.QUESTION: question_topic(waits.slug),
        Waiting.REASON: f"{WHY}{waits.slug}",
    }
    return topics.get(waits.what, "")


async def _press_or(
    update: Update, context: Context, label: str | None, act: Callable[..., Awaitable[Any]]
) -> None:
    """Press the button whose label was typed; without one, give the words to ``act``. Raises
    NumberNotListed where a list of a few wards has no such number."""
    if label is not None:
        await press_typed(update, context, label)
        return
    text = words_of(update)
    if act in (join.type_here, choose_ward.type_here):
        find_ward.check_listed(text, numbers_of_few_wards(context))
    show(context, await act(context.tx, context.world, context.person, text))
