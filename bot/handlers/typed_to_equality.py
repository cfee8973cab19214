"""Words typed at the questions about oneself: an answer, or nothing that is kept anywhere."""

from __future__ import annotations

import re

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed, typed_label
from bot.handlers.reply import localiser, show
from bot.screens import Screen, data
from bot.screens import numbers_in as data_of
from bot.views import equality as views
from content.typed_words import ends_chat, gives_up
from content.yes_and_no import plain_yes_or_no
from engagement.consultations.equality import AGE, YOUNGEST, band_of, question_at
from engagement.consultations.typed_labels import option_begun, option_named
from engagement.errors import NotAChoice
from usecases.conversation import about_oneself
from usecases.conversation.shown import Shown

OLDEST = 130
"""A larger number is nobody's age."""
MOST_WORDS = 3
"""Of a message that says an age and little else: "I am 30"."""
_NUMBER = re.compile(r"\d{1,3}")


async def answers_equality(update: Update, context: Context, text: str) -> bool:
    """Handle words typed at a question about oneself that is the newest thing in the chat, or that
    they reply to. Words that are no answer may tell about somebody's health or belief: they are
    offered as nothing else, and kept nowhere."""
    shown = _asked(context)
    if shown is None or ends_chat(text):
        return False
    pressed = typed_label(context, text, topic=views.TOPIC) or _said(context, shown, text)
    if pressed is None and gives_up(text):
        pressed = views.NO_THANKS
    if pressed is not None:
        await press_typed(update, context, pressed)
    elif context.turn.signposts is None:
        context.reply(Screen(localiser(context).html("equality-unclear")))
    return True


async def is_asked_again(context: Context) -> None:
    """Show the question about oneself once more that was the newest thing in the chat, below a
    reply to something else: the next words are still for it, and for nothing else."""
    tx, world, person = context.tx, context.world, context.person
    asked = await about_oneself.open_question(tx, world, person, context.chat.newest)
    if asked is not None:
        show(context, asked)


def _asked(context: Context) -> Shown | None:
    """The question about oneself that these words are for."""
    shown, replied_to = _open(context), context.turn.parsed.replied_to
    if shown is None or replied_to not in (None, shown.message_id):
        return None
    return shown


def _open(context: Context) -> Shown | None:
    """The question about oneself that is the newest thing in the chat."""
    newest = context.chat.newest
    if newest is None or newest.topic != views.TOPIC:
        return None
    return None if _by_verb(newest).keys().isdisjoint(views.ASKS) else newest


def _by_verb(shown: Shown) -> dict[str, tuple[int, ...]]:
    """The numbers of a screen's buttons, by their verb: of several the last."""
    return {d.partition(":")[0]: data_of(d) for d in shown.buttons.values()}


def _said(context: Context, shown: Shown, text: str) -> str | None:
    """The button that these words press, if they are none of the labels here."""
    by_verb = _by_verb(shown)
    if views.ANSWER in by_verb:
        code, place, _ = by_verb[views.ANSWER]
        number = _number(context, place, text)
        return None if number is None else data(views.ANSWER, code, place, number)
    code, _ = by_verb[views.AGE]
    old_enough = _old_enough(context, text)
    return None if old_enough is None else data(views.AGE, code, int(old_enough))


def _number(context: Context, place: int, text: str) -> int | None:
    """The number of the answer that was typed; 0 is "prefer not to say"."""
    asked = question_at(place)
    question = views.as_question(localiser(context), asked)
    try:
        number = option_named(question, text, context.person.language)
        number = option_begun(question, text) if number is None else number
    except NotAChoice:
        return None
    if number is None and asked is AGE:
        number = _band(text)
    return number if number is None or number <= len(asked.answers) else 0


def _band(text: str) -> int | None:
    """The band of an age, or of its two ends: "30", "I'm 30", "25-34"."""
    bands = {band_of(age) for age in _ages(text)}
    return bands.pop() if len(bands) == 1 else None


def _ages(text: str) -> list[int]:
    """The ages in a message that says little else."""
    found = [int(number) for number in _NUMBER.findall(text)]
    is_short = len(text.split()) <= MOST_WORDS
    return found if is_short and all(number <= OLDEST for number in found) else []


def _old_enough(context: Context, text: str) -> bool | None:
    """Whether they say that they are old enough: yes, no, or their age. 1 and 2 are the buttons."""
    said, ages = plain_yes_or_no(text, context.person.language), _ages(text)
    if said is not None or len(ages) != 1:
        return said
    return {0: None, 1: True, 2: False}.get(ages[0], ages[0] >= YOUNGEST)
