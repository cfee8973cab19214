"""Replies to questions and offers further up in the chat: they are for what they reply to."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import press_typed
from bot.handlers.consultations import show_on
from bot.handlers.reply import localiser, show, words_of
from bot.screens import data, numbers_in
from bot.views import help as help_views
from bot.views.questions import QUESTION_BUTTONS
from content.schema.consultation import QuestionKind
from content.yes_and_no import keeps_or_drops
from usecases.consultations import changed_answers, typed_answers
from usecases.conversation.shown import MEDIA, OLDER, Shown
from usecases.conversation.typed_words import WaitingFor


def older_screen(context: Context, waits: WaitingFor) -> Shown | None:
    """The question or offer further up that this message replies to. A picture or a recording of
    the question that waits is a part of that: words in reply to it are for what waits."""
    found = _older(context)
    return None if found is None or _is_part_of(context, found, waits) else found


def _older(context: Context) -> Shown | None:
    replied_to = context.turn.parsed.replied_to
    questions = tuple(f"{OLDER}{verb}:" for verb in ("q", "kw", MEDIA))
    older = (s for s in context.turn.shown if s.topic.startswith(questions))
    return next((s for s in older if s.message_id == replied_to), None)


def _is_part_of(context: Context, older: Shown, waits: WaitingFor) -> bool:
    asked = older.topic.removeprefix(OLDER)
    return asked.startswith(f"{MEDIA}:") and _code_and_place(asked) == _open(context, waits)


def _open(context: Context, waits: WaitingFor) -> tuple[int, int] | None:
    """The code of the consultation and the place of the question that waits, if one does."""
    code = context.world.loaded.consultation_codes.get(waits.slug)
    if waits.question is None or code is None:
        return None
    keys = [q.key for q in context.world.consultation(waits.slug).consultation.questions]
    return (code, keys.index(waits.question.key)) if waits.question.key in keys else None


def question_replied_to(context: Context) -> tuple[int, int] | None:
    """The code of the consultation and the place of the question that this message replies to,
    wherever in the chat that is, with its pictures and recordings; None for a reply to anything
    else."""
    older = _older(context)
    if older is not None:
        asked = older.topic.removeprefix(OLDER)
        return _code_and_place(asked) if asked.startswith(("q:", f"{MEDIA}:")) else None
    replied_to = context.turn.parsed.replied_to
    shown = next((s for s in context.turn.shown if s.message_id == replied_to), None)
    pressed = shown.buttons.values() if shown is not None else ()
    return next((_code_and_place(d) for d in pressed if d.startswith(QUESTION_BUTTONS)), None)


def comes_before_reading(
    context: Context,
    waits: WaitingFor,
    replied: tuple[int, int] | None,
    kind: QuestionKind | None = None,
) -> bool:
    """Whether what was sent, in reply to the question ``replied`` or to none, may be for the one
    that waits, of this ``kind`` if one is named, while its writer is at what there is to learn
    before it."""
    is_other = kind is not None and (waits.question is None or waits.question.kind is not kind)
    return waits.learning and not is_other and replied in (None, _open(context, waits))


def _code_and_place(asked: str) -> tuple[int, int]:
    code, place = numbers_in(asked)[:2]
    return code, place


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
