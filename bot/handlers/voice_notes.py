"""Voice notes: an answer where a question asks for own words, and of no use anywhere else."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.newest_screen import below_question
from bot.handlers.older_screens import older_screen
from bot.handlers.other_messages import other_kind
from bot.handlers.reply import show, words_of
from engagement.consultations.voice import SentNote, VoiceNotHere
from engagement.errors import NotOwnWords
from engagement.people.redaction import FORWARDED, NOTE
from usecases.consultations import voice_answers
from usecases.conversation.typed_words import Waiting, waiting_for


async def voice_note(update: Update, context: Context) -> None:
    """A voice note. One that was forwarded may be somebody else's voice; of one with words under it
    neither is kept. Raises VoiceNotHere, NotOwnWords, WordsBesideFile and what answering
    raises."""
    message = update.message
    if message is None or words_of(update).strip():
        await other_kind(update, context)
        return
    if message.api_kwargs.get(FORWARDED) is True:
        raise NotOwnWords
    tx, world, person = context.tx, context.world, context.person
    waits = await waiting_for(tx, world, person)
    note = message.api_kwargs.get(NOTE)
    if waits.what is not Waiting.QUESTION or not note:
        raise VoiceNotHere
    elsewhere = waits.learning or older_screen(context, waits) is not None
    if elsewhere or below_question(context, waits.slug) is not None:
        # It may be for that, for what it replies to, or for what there is to learn before the
        # question: what was said cannot be looked at, so nothing is taken.
        show(context, await voice_answers.ask_again(tx, world, person, waits.slug))
        return
    sent = SentNote(note["file_id"], note["duration"], note.get("file_size"))
    show(context, await voice_answers.answer_aloud(tx, world, person, waits.slug, sent))
    # Wakes those who fetch it, once this has committed.
    context.turn.broadcasts_changed = True
