"""Messages the bot has no use for: unknown commands, photos and the like, groups, and edits."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.asked_again import FORGET, HOME, TAKE_BACK, TAKES_BACK, ask_which
from bot.handlers.asked_in_words import REQUESTS
from bot.handlers.buttons import press
from bot.handlers.leaving import stop
from bot.handlers.newest_screen import (
    asks_to_decide,
    cancel_on,
    forget_question,
    newest_with_buttons,
    replies_to_receipt,
    request_is_newest,
)
from bot.handlers.reply import localiser, show, words_of
from bot.handlers.typed_form import form_asked
from bot.handlers.typed_to_poll import hint
from bot.screens import data
from bot.views import help as views
from bot.views.broadcast_approval import answer_by_button
from bot.views.doubted_words import TOPIC as DOUBTED
from content.asked_in_words import asks_to_cancel, asks_to_complain, asks_to_stop
from content.schema.consultation import QuestionKind
from engagement.consultations.voice import SayOrType, WordsUnderIt
from engagement.errors import NotPlainText, PrivateChatOnly, WordsBesideFile, WrongKind
from usecases.broadcasts import asked_polls, compose
from usecases.consultations import manage_choices, reading_themes, submissions
from usecases.conversation.typed_words import Request, waiting_for
from usecases.operations import complain, complaints, requests
from usecases.people import choose_ward, unfinished
from usecases.people.forget import Way

CANCELS = {
    complain.COMPLAINING: "px",
    compose.SENDING: "sx",
    asked_polls.STOPPING: "az",
    choose_ward.MOVING: "mb",
    choose_ward.FOLLOWING: "mb",
}
"""The button that cancels each kind of draft."""
ASKED_FOR_WORDS = {
    complaints.OUTCOME: "pq",
    requests.MARKING: "rx",
    reading_themes.READING: "vx",
    submissions.ENTERING: "wx",
    manage_choices.DECIDING: "og",
}
"""The same for what holds no words yet: what an officer has written for these is kept."""


async def unknown_command(update: Update, context: Context) -> None:
    """An unknown command. A stop word with a slash stops messages like any other, /complaint does
    what /complain does, and /cancel what "Cancel" does."""
    words = words_of(update)
    if asks_to_stop(words):
        await stop(update, context)
    elif asks_to_complain(words) and context.person.staff is None:
        await REQUESTS[Request.COMPLAIN](update, context)
    elif not asks_to_cancel(words.partition("@")[0]):
        not_understood(context)
    elif (button := _cancel_button(context)) is not None:
        context.turn.pressed = button
        await press(update, context)
    elif not await ask_which(context, *TAKES_BACK):
        kept = unfinished.written_beside(context.person, "")
        context.reply(views.nothing_to_cancel(localiser(context), kept))


def several_wait(context: Context) -> bool:
    """Whether several broadcasts of this person can be taken back."""
    return len(_taken_back_by(context)) > 1


def _taken_back_by(context: Context) -> set[str]:
    shown, verb = context.turn.shown, f"{TAKE_BACK}:"
    return {d for s in shown for d in s.buttons.values() if d.startswith(verb)}


def _cancel_button(context: Context) -> str | None:
    """The button that cancels what this person is doing. A message that waits for approval is not
    that: others have been asked about it."""
    newest = newest_with_buttons(context)
    asked = _asked_last(context) or (newest and cancel_on(context, newest.topic))
    if asked:
        return asked
    draft = unfinished.begun_last(context.person)
    if draft is not None and compose.rests(draft):
        draft = None
    if draft is not None and draft.kind in CANCELS and "reference" not in draft.data:
        return CANCELS[draft.kind]
    if draft is not None and complain.can_be_taken_back(context.world, draft):
        return data("pb", draft.data["id"])
    if draft is not None and draft.kind in ASKED_FOR_WORDS and not unfinished.holds_words(draft):
        return ASKED_FOR_WORDS[draft.kind]
    return None


NO_TO = {HOME: "mb", DOUBTED: "ow:0"}
"""The No of questions that are no draft of their own."""


def _asked_last(context: Context) -> str | None:
    """The No of the question that was asked last, if that is no draft: nothing is left of it that a
    later "ok" could answer."""
    newest = newest_with_buttons(context)
    if newest is not None and newest.topic in NO_TO:
        no = NO_TO[newest.topic]
        return next((d for d in newest.buttons.values() if d.startswith(f"{no}:")), no)
    asked = forget_question(context)
    begun = unfinished.begun_last(context.person)
    is_last = asked is not None and (newest == asked or begun is None)
    return data(FORGET, Way.STAY, 0) if is_last else None


def not_understood(context: Context) -> None:
    """Reply that this was not understood, and what to do instead; to somebody in danger nothing
    more than the signposts."""
    if context.turn.signposts is not None:
        return
    if replies_to_receipt(context):
        context.reply(views.about_answers(localiser(context)))
        return
    if request_is_newest(context):
        context.reply(answer_by_button(localiser(context)))
        return
    if (asked := form_asked(context)) is not None:
        show(context, asked)
        return
    newest = newest_with_buttons(context)
    if newest is not None and asks_to_decide(context):
        context.reply(views.nothing_done(localiser(context), newest.buttons))
        return
    if (no_answer := hint(context)) is not None:
        show(context, no_answer)
        return
    joined = context.person.has_joined or context.person.staff is not None
    context.reply(views.not_understood(localiser(context), joined=joined))


async def other_kind(update: Update, context: Context) -> None:
    """A photo, voice note, sticker or contact card instead of words or a tap. The words
    under it are not kept either, and the reply says so, and what can be sent instead."""
    if asks_to_stop(words_of(update)):
        await stop(update, context)
        return
    waits = await waiting_for(context.tx, context.world, context.person)
    asked, has_words = waits.question, bool(words_of(update).strip())
    if asked is not None and asked.kind is QuestionKind.TEXT and asked.voice:
        raise WordsUnderIt if has_words else SayOrType
    raise WordsBesideFile if has_words else WrongKind


async def rich_message(update: Update, context: Context) -> None:
    """A message with headings or tables, of which Telegram gives no plain text."""
    raise NotPlainText


async def elsewhere(update: Update, context: Context) -> None:
    """One of our commands in a group: the bot never says anything personal there."""
    raise PrivateChatOnly(bot=context.bot.username)
