"""Typed words: a button's label, or a reply to what the bot is waiting for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Update

from bot.context import Context
from bot.handlers import own_words
from bot.handlers.asked_again import HOME, TAKES_BACK, ask_which, forget_again
from bot.handlers.asked_in_words import REQUESTS
from bot.handlers.buttons import press_typed, says_who_has_phone, typed_label
from bot.handlers.consultations import show_on
from bot.handlers.listening import listens
from bot.handlers.newest_screen import (
    below_question,
    cancel_on,
    check_language_offered,
    check_not_closed,
    forget_question,
    is_own_move,
    is_unasked,
    newest_with_buttons,
    numbers_of_few_wards,
    question_is_shown,
    said_in_reply,
    said_of_forgetting,
    said_of_newest,
    said_of_offer,
    said_of_signposts,
    said_of_weekly,
    said_to,
    said_to_request,
    wards_are_listed,
)
from bot.handlers.newest_yes_or_no import said_of_home, said_yes_or_no
from bot.handlers.no_answer import answers_no_question, answers_weekly, is_text
from bot.handlers.older_screens import answer_older, older_screen
from bot.handlers.other_messages import not_understood, several_wait
from bot.handlers.reply import localiser, marks_of, show, words_of
from bot.handlers.typed_form import said_of_form
from bot.handlers.typed_to_complaint import is_no_complaint
from bot.handlers.typed_to_equality import answers_equality
from bot.handlers.typed_to_lists import answers_lists
from bot.handlers.typed_to_poll import (
    answers_poll_above,
    answers_polls,
    replies_to_poll,
    with_what_is_below,
)
from bot.handlers.unasked_words import nothing_waits, thanks_or_has_moved, welcome
from bot.handlers.what_waits import comes, is_overlaid, note_coming, others_may_be_meant, topic_of
from bot.screens import LOCATION_TOPIC, numbers_in
from bot.views import help as help_views
from bot.views.broadcast_composing import TICK
from bot.views.broadcast_composing import TOPIC as SENDING
from bot.views.wards import WARD_BUTTONS
from content.asked_in_words import asks_to_cancel
from content.learning_words import goes_on
from content.typed_words import asks_something, ends_chat, gives_up, keyed
from content.yes_and_no import begins_with_yes_or_no, is_ok, says_little
from engagement.consultations.typed_labels import is_no_answer
from engagement.consultations.typed_numbers import numbers_in as numbers_typed
from engagement.conversation.meant_for import Meant, Said, meant_for
from usecases.broadcasts import compose_by_typing, decline_reason
from usecases.broadcasts.replies import is_news
from usecases.consultations import places, typed_answers
from usecases.conversation.chat import WHY
from usecases.conversation.shown import Shown
from usecases.conversation.typed_words import (
    Request,
    Waiting,
    WaitingFor,
    check_no_rest,
    request_in,
    waiting_for,
)
from usecases.people import choose_ward, find_ward, join, words_in_hand
from usecases.people.find_ward import Purpose
from usecases.people.forget import Way
from usecases.people.join import ArrivalStep

WARD_TOPICS = (WARD_BUTTONS[Purpose.MOVE].topic, LOCATION_TOPIC)
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

    Who has the phone comes first, then a label in a message newer than the one that waits.
    """
    tx, world, person = context.tx, context.world, context.person
    replied_to = context.turn.parsed.replied_to
    waits = await waiting_for(tx, world, person, words_of(update), replied_to=replied_to)
    text, older = words_of(update), older_screen(context, waits)
    await note_coming(context, waits)
    if (
        await says_who_has_phone(update, context)
        or await _needs_no_answer(update, context, waits)
        or await answers_equality(update, context, text)
        or await answers_polls(update, context, text, below=topic_of(waits))
    ):
        return
    if older is None and await _is_for_a_list(update, context, waits, text):
        return
    pressed = None if older is not None else _said_of_a_button(context, waits, text)
    meant = meant_for(_said(context, waits, text, older=older, pressed=pressed))
    if older is not None:
        await answer_older(update, context, older)
    elif meant is Meant.NEWEST and pressed is not None:
        await press_typed(update, context, pressed)
    elif await _decides_nothing(update, context, waits, text):
        return
    elif meant is Meant.ASKED:
        # A postcode below other things asks if a home has changed, even if a question waits above.
        if not await thanks_or_has_moved(context, text):
            await own_words.ask(update, context, waits, text)
    elif meant is Meant.NOBODY:
        (welcome if ends_chat(text) else not_understood)(context)
    else:
        await _to_what_waits(update, context, waits, text)


async def _to_what_waits(update: Update, context: Context, waits: WaitingFor, text: str) -> None:
    topic = topic_of(waits)
    match waits.what:
        case Waiting.COMPLAINT if await is_no_complaint(context, text):
            return
        case Waiting.BROADCAST:
            await _write_message(update, context, typed_label(context, text, topic=topic))
        case what if what in own_words.WRITES:
            label = typed_label(context, text, topic=topic)
            await _press_or(update, context, label, own_words.WRITES[what])
        case Waiting.JOINING:
            await _press_or(update, context, typed_label(context, text), join.type_here)
        case Waiting.FORGETTING if (shown := forget_question(context)) is not None:
            # Words that fit nothing that /forget offers decide nothing.
            await forget_again(context, shown)
        case Waiting.REASON:
            await _give_reason(update, context, waits.slug, text)
        case Waiting.QUESTION:
            await _to_question(update, context, waits, text)
        case _:
            await nothing_waits(update, context, text)


async def _write_message(update: Update, context: Context, label: str | None) -> None:
    if label is not None and label.startswith(f"{TICK}:") and label.endswith(":0"):
        label = None  # a tap unticks what is ticked; what is typed is chosen besides
    text, say = words_of(update), localiser(context)
    if label is None and gives_up(text):
        label = cancel_on(context, SENDING)
    is_label = keyed(text) in map(keyed, say.words.labels(say.language))
    write = partial(compose_by_typing.type_here, marks=marks_of(update), is_label=is_label)
    await _press_or(update, context, label, write)


def _said_of_a_button(context: Context, waits: WaitingFor, text: str) -> str | None:
    """The button that typed words press before they can be anything else."""
    topic = topic_of(waits)
    replied = said_in_reply(context, text, but=topic)
    if replied is not None:
        return replied
    if waits.what is Waiting.FORGETTING:
        return said_of_forgetting(context, text)
    for said_of in (said_of_signposts, said_of_weekly, said_of_form):
        if (pressed := said_of(context, text)) is not None:
            return pressed
    if waits.what is Waiting.OTHER_WARD and gives_up(text):
        return WARD_BUTTONS[Purpose.MOVE].leave
    on_its_way = comes(context, waits)
    below = typed_label(context, text, below=topic) if topic and not on_its_way else None
    newest = None if on_its_way else said_of_newest(context, text, below=topic)
    return (
        said_of_offer(context, waits, text)
        or below
        or said_yes_or_no(context, waits, text)
        or said_of_home(context, text)
        or newest
    )


def _said(
    context: Context, waits: WaitingFor, text: str, *, older: Shown | None, pressed: str | None
) -> Said:
    """What is known of these words. An open question asks about words below other things itself:
    it knows what is an answer."""
    topic = topic_of(waits)
    mine = (s for s in context.turn.shown if topic and s.topic == topic)
    replied_to = context.turn.parsed.replied_to
    return Said(
        replies_to_older=older is not None,
        replies_to_waiting=any(s.message_id == replied_to for s in mine),
        fits_newest=pressed is not None,
        overlaid=is_overlaid(context, waits),
        own=typed_label(context, text, topic=topic) is not None or gives_up(text),
        bare=says_little(text) or ends_chat(text) or bool(numbers_typed(text)),
    )


async def _is_for_a_list(update: Update, context: Context, waits: WaitingFor, text: str) -> bool:
    """Handle words for several messages that can be cancelled, and for the newest list."""
    if not others_may_be_meant(context, waits):
        return False
    if asks_to_cancel(text) and several_wait(context):
        await ask_which(context, *TAKES_BACK)
        return True
    return not comes(context, waits) and await answers_lists(update, context, text)


async def _decides_nothing(update: Update, context: Context, waits: WaitingFor, text: str) -> bool:
    """Handle words that decide nothing where they were typed: too few for a request, too old for a
    question, or no answer to the open one. Raises NotAChoice, and NoSuchLanguage for a language
    that a newer screen doesn't offer."""
    check_language_offered(context, text, waits=topic_of(waits))
    if waits.what is Waiting.NOTHING and answers_weekly(context, text):
        return True
    if said_to_request(context, text):
        not_understood(context)
        return True
    if await _is_asked_again(context, waits, text):
        return True
    return others_may_be_meant(context, waits) and await answers_no_question(
        update, context, waits, text
    )


def _forgets(context: Context, said: str) -> bool:
    """Whether this button of /forget forgets, and was asked for within a day."""
    asked = words_in_hand.forget_asked(context.person)
    lately = words_in_hand.is_lately(asked, context.world.now())
    return lately and numbers_in(said)[0] in (Way.YES, Way.AT_CLOSE, Way.TAKE_BACK)


async def _is_asked_again(context: Context, waits: WaitingFor, text: str) -> bool:
    """Ask a question again that somebody seems to answer, though it isn't the newest thing: whether
    to be forgotten; and whether their home has changed, where they say more than yes or no."""
    shown = forget_question(context)
    unasked = waits.what in (Waiting.NOTHING, Waiting.QUESTION)
    said = said_to(context, shown, text) if shown is not None and unasked else None
    if shown is not None and said is not None and _forgets(context, said) and not is_ok(text):
        await forget_again(context, shown)
        return True
    newest = newest_with_buttons(context)
    if newest is not None and newest.topic == HOME and begins_with_yes_or_no(text):
        context.reply(help_views.nothing_done(localiser(context), newest.buttons))
        return True
    return False


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
    """An answer to the open question, unless this is only a postcode, thanks or a greeting."""
    tx, world, person = context.tx, context.world, context.person
    asked = waits.question
    if await listens(update, context, waits, text):
        return
    read = waits.learning and goes_on(text, person.language)
    is_no_option = asked is not None and not read and is_no_answer(asked, text)
    may_move = is_no_option and not places.is_place(world, asked, text)
    if may_move and await thanks_or_has_moved(context, text):
        return
    if is_no_option and not is_text(waits) and await answers_poll_above(update, context, text):
        return
    below = below_question(context, waits.slug)
    said_in = update.message.message_id if update.message else 0
    replies = below is not None and not below.topic
    done = await typed_answers.type_here(
        tx,
        world,
        person,
        waits.slug,
        text,
        said_in,
        after_news=is_unasked(below) and not replies,
        replies=replies,
        overlaid=below is not None and not is_own_move(context, waits.slug, text),
        seen=question_is_shown(context, waits),
    )
    await show_on(context, with_what_is_below(context, done, below))


async def _needs_no_answer(update: Update, context: Context, waits: WaitingFor) -> bool:
    """Handle stop words, help words, replies to news, and words of danger where a choice is asked
    for: they are nobody's answer. Raises TextTooLong or TextTakesTooMuchRoom for the rest of a text
    that was too long: it is refused with the first part, not taken for a text of its own.
    """
    if context.turn.signposts is not None and waits.what in CHOICES:
        return True
    tx, person, text = context.tx, context.person, words_of(update)
    request = request_in(text, waits)
    is_label = request in (Request.START, Request.COMPLAIN, Request.ANOTHER)
    if is_label and typed_label(context, text) is not None:
        request = None
    if request is not None:
        await REQUESTS[request](update, context)
        return True
    replied_to = context.turn.parsed.replied_to
    is_button = said_in_reply(context, text, but="") or said_of_newest(context, text, below="")
    is_asked = is_button is not None or replies_to_poll(context)
    if replied_to is not None and not is_asked and await is_news(tx, person, replied_to):
        if context.turn.signposts is None:
            check_not_closed(context)
            context.reply(help_views.reply_not_kept(localiser(context)))
        return True
    sent_at = update.message.date if update.message else context.world.now()
    if typed_label(context, text) is None:
        check_no_rest(person, waits, text, sent_at)
    return False


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
    arrival = context.person.arrival
    listed = arrival is not None and arrival.step == ArrivalStep.LIST
    if act is choose_ward.type_here or (act is join.type_here and listed):
        find_ward.check_shown(text, is_shown=wards_are_listed(context))
    doubted = asks_something(text) or context.chat.below(WARD_TOPICS) is not None
    if act is choose_ward.type_here and doubted:
        act = choose_ward.ask_whether
    show(context, await act(context.tx, context.world, context.person, text))
