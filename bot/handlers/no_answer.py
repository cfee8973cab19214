"""Typed words that answer no question: a greeting, a yes or a no, and numbers below a list."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed, typed_label
from bot.handlers.newest_screen import (
    below_question,
    numbers_of_another_list,
    replies_to_receipt,
    stands_below,
)
from bot.handlers.other_messages import not_understood
from bot.handlers.reply import localiser, show, words_of
from bot.views import help as help_views
from bot.views.offers import TOPIC as OFFER
from bot.views.questions import question_topic
from bot.views.weekly import CHANGE, none_at_all
from content.schema.consultation import QuestionKind
from content.typed_words import ends_chat, greets
from content.weekly_words import wants_how_many
from content.yes_and_no import says_little
from engagement.consultations.refusals import no_answer
from engagement.consultations.typed_labels import option_named
from engagement.consultations.typed_numbers import numbers_in
from usecases.consultations import last_question, typed_answers
from usecases.conversation.shown import Shown
from usecases.conversation.typed_words import WaitingFor
from usecases.operations import complaints


async def answers_no_question(
    update: Update, context: Context, waits: WaitingFor, text: str
) -> bool:
    """Handle numbers typed below another list, the reference of a complaint or a request that an
    officer types, and a yes, a no or a greeting that answers nothing on the screen. Raises
    NotAChoice, NoSuchReference, IsPaused."""
    listed = numbers_of_another_list(context, waits, text)
    if listed is not None:
        await _to_list(update, context, *listed)
        return True
    tx, world, person = context.tx, context.world, context.person
    named = await complaints.show_if_named(tx, world, person, text)
    if named is not None:
        show(context, named)
        return True
    newest = context.chat.newest
    # What says little below words on offer is for those, even if it doesn't say which.
    is_for_offer = newest is not None and newest.topic == OFFER
    is_number = is_for_offer and _is_no_choice(context, waits, text)
    if not (says_little(text) or is_number) or ends_chat(text):
        return False
    if not is_for_offer and not _answers_nothing(context, waits, text):
        return False
    undecided = await typed_answers.offer_again(tx, world, person)
    if undecided is not None:
        show(context, undecided)
        return True
    if waits.question is not None:
        last_question.check_not_stopped(world, world.loaded.consultation_codes[waits.slug])
    if is_text(waits) and greets(text):
        # Hello is nobody's answer: the question once more.
        show(context, await last_question.show_again(tx, world, person, finished_since=world.now()))
    elif waits.question is not None and not is_text(waits):
        raise no_answer(waits.question)
    else:
        not_understood(context)
    return True


def answers_weekly(context: Context, text: str) -> bool:
    """Whether words below the question how many messages a week somebody wants say none, which is
    another thing, or a number that isn't offered."""
    newest, said = context.chat.newest_with_buttons, wants_how_many(text)
    if said is None or newest is None or replies_to_receipt(context):
        return False
    if not any(d.startswith(f"{CHANGE}:") for d in newest.buttons.values()):
        return False
    say = localiser(context)
    asked = {label: d for label, d in newest.buttons.items() if d.startswith(f"{CHANGE}:")}
    context.reply(help_views.nothing_done(say, asked) if said else none_at_all(say))
    return True


def is_text(waits: WaitingFor) -> bool:
    """Whether the open question is answered in own words."""
    return waits.question is not None and waits.question.kind is QuestionKind.TEXT


def _answers_nothing(context: Context, waits: WaitingFor, text: str) -> bool:
    """Whether a yes, a no or a greeting is neither an option of the open question nor its text."""
    if waits.learning or typed_label(context, text) is not None:
        return False  # below something to learn it leads to the question
    asked = waits.question
    if asked is None or not is_text(waits):
        return asked is None or option_named(asked, text) is None
    return greets(text) or stands_below(context, (question_topic(waits.slug),)) is not None


def _is_no_choice(context: Context, waits: WaitingFor, text: str) -> bool:
    """Whether numbers typed below words on offer choose nothing at the open question: it takes
    words, or something newer came before the offer."""
    if not numbers_in(text):
        return False
    takes_words = waits.question is None or is_text(waits)
    return takes_words or below_question(context, waits.slug) is not None


async def _to_list(
    update: Update, context: Context, listed: Shown, numbers: tuple[int, ...]
) -> None:
    """Numbers typed below a list, of which one is wanted."""
    label = typed_label(context, words_of(update), topic=listed.topic)
    if label is not None:
        await press_typed(update, context, label)
    else:
        context.reply(help_views.nothing_done(localiser(context), listed.buttons))
