"""Typed words that answer no question: a greeting, a yes or a no, and numbers below a list."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed, typed_label
from bot.handlers.newest_screen import newest_with_buttons, numbers_of_another_list
from bot.handlers.other_messages import not_understood
from bot.handlers.reply import localiser, show, words_of
from bot.views import help as help_views
from bot.views.questions import question_topic
from bot.views.themes import TOPIC as THEMES
from content.schema.consultation import QuestionKind
from content.typed_words import ends_chat, says_little
from engagement.consultations.typed_labels import option_named
from engagement.errors import NotAChoice
from usecases.consultations import typed_answers
from usecases.conversation.shown import Shown
from usecases.conversation.typed_words import Waiting, WaitingFor
from usecases.operations import complaints
from usecases.people import words_in_hand
from usecases.plans import follow_themes


async def answers_no_question(
    update: Update, context: Context, waits: WaitingFor, text: str
) -> bool:
    """Handle numbers typed below another list, the reference of a complaint or a request that an
    officer types, and a yes, a no or a greeting that answers nothing on the screen. Raises
    NotAChoice, NoSuchReference."""
    listed = numbers_of_another_list(context, waits, text)
    if listed is not None:
        await _to_list(update, context, *listed)
        return True
    tx, world, person = context.tx, context.world, context.person
    named = await complaints.show_if_named(tx, world, person, text)
    if named is not None:
        show(context, named)
        return True
    if not says_little(text) or ends_chat(text) or not _answers_nothing(context, waits, text):
        return False
    undecided = await typed_answers.offer_again(tx, world, person)
    if undecided is not None:
        show(context, undecided)
    elif waits.what is Waiting.QUESTION:
        raise NotAChoice
    else:
        not_understood(context)
    return True


def _answers_nothing(context: Context, waits: WaitingFor, text: str) -> bool:
    """Whether a yes, a no or a greeting is neither an option of the open question nor its text."""
    if typed_label(context, text) is not None:
        return False
    asked = waits.question
    if asked is None or asked.kind is not QuestionKind.TEXT:
        return asked is None or option_named(asked, text) is None
    newest = newest_with_buttons(context)
    passed_over = bool(words_in_hand.undecided(context.person))
    return passed_over and newest is not None and newest.topic != question_topic(waits.slug)


async def _to_list(
    update: Update, context: Context, listed: Shown, numbers: tuple[int, ...]
) -> None:
    """Numbers typed below a list: themes are ticked; of any other list one is wanted."""
    if listed.topic == THEMES:
        tx, world, person = context.tx, context.world, context.person
        show(context, await follow_themes.add(tx, world, person, numbers))
        return
    label = typed_label(context, words_of(update), topic=listed.topic)
    if label is not None:
        await press_typed(update, context, label)
    else:
        context.reply(help_views.nothing_done(localiser(context), listed.buttons))
