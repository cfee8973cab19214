"""Voice notes: an answer where a question asks for own words, and of no use anywhere else."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.consultations import show_on
from bot.handlers.newest_screen import below_question
from bot.handlers.older_screens import comes_before_reading, question_replied_to
from bot.handlers.other_messages import other_kind
from bot.handlers.reply import show, words_of
from engagement.consultations.voice import SentNote, VoiceAfterAnswer, VoiceNotHere
from engagement.errors import NotOwnWords
from engagement.people.redaction import FORWARDED, NOTE
from usecases.consultations import typed_answers, voice_answers
from usecases.conversation.typed_words import Waiting, WaitingFor, waiting_for


async def voice_note(update: Update, context: Context) -> None:
    """A voice note. One that was forwarded may be somebody else's voice; of one with words under it
    neither is kept. One that replies to a question is for that. Raises VoiceNotHere, NotOwnWords,
    WordsBesideFile and what answering raises."""
    message = update.message
    if message is None or words_of(update).strip():
        await other_kind(update, context)
        return
    if message.api_kwargs.get(FORWARDED) is True:
        raise NotOwnWords
    tx, world, person = context.tx, context.world, context.person
    waits = await waiting_for(tx, world, person)
    note = message.api_kwargs.get(NOTE)
    replied = question_replied_to(context)
    if not note or (replied is None and waits.what is not Waiting.QUESTION):
        raise VoiceAfterAnswer if await _has_just_answered(context, waits) else VoiceNotHere
    is_early = comes_before_reading(context, waits, replied)
    is_below = replied is None and below_question(context, waits.slug) is not None
    if is_early or is_below:
        # It may be for that, or for what there is to learn before the question: what was said
        # cannot be looked at, so nothing is taken.
        show(context, await voice_answers.ask_again(tx, world, person, waits.slug))
        return
    sent = SentNote(note["file_id"], note["duration"], note.get("file_size"))
    code, place = replied or (world.loaded.consultation_codes[waits.slug], None)
    done = await voice_answers.answer_aloud(tx, world, person, code, sent, place=place)
    await show_on(context, done)
    # Wakes those who fetch it, once this has committed.
    context.turn.broadcasts_changed = True


async def _has_just_answered(context: Context, waits: WaitingFor) -> bool:
    """Whether a note may be more of an answer in own words that was given just now."""
    if waits.what is not Waiting.NOTHING:
        return False
    return await typed_answers.may_say_more(context.tx, context.world, context.person)
