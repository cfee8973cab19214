"""The question about oneself that is the newest thing in a chat: whatever the bot sends by itself
shows it once more, so that words about health or belief are never below an older question."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from engagement.errors import Refusal
from usecases.consultations import equality, voice_answers
from usecases.consultations.equality import EqualityIntro, EqualityStep
from usecases.consultations.voice_answers import LostNotice
from usecases.conversation import chat
from usecases.conversation.shown import Shown
from usecases.people import whose_turn
from usecases.people.heard import verb_in
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def open_question(
    tx: Transaction, world: World, person: Person, newest: Shown | None
) -> EqualityIntro | EqualityStep | None:
    """The question about themselves that the newest thing in this person's chat asks; None where it
    asks none, or where nothing more can be said."""
    if newest is None or newest.topic != equality.TOPIC:
        return None
    by_verb = {verb_in(data): data.split(":")[1:] for data in newest.buttons.values()}
    about = by_verb.get(equality.ANSWER) or by_verb.get(equality.AGE)
    if about is None:
        return None
    code = int(about[0], 36)
    place = int(about[1], 36) if equality.ANSWER in by_verb else None
    with suppress(Refusal):
        return await equality.ask_again(tx, world, person, code, place)
    return None


async def now_open(
    tx: Transaction, world: World, person: Person
) -> EqualityIntro | EqualityStep | None:
    """The question about themselves that this person is at, from the database."""
    newest = (await chat.read(tx, person)).newest
    return await open_question(tx, world, person, newest)


async def lost_notices(tx: Transaction, world: World) -> list[LostNotice]:
    """Whom to tell that their voice note is lost. Who is at a question about themselves is asked
    that again, and not the one of the note."""
    return [
        await _with_open_question(tx, world, notice)
        for notice in await voice_answers.lost_notices(tx, world)
    ]


async def _with_open_question(tx: Transaction, world: World, notice: LostNotice) -> LostNotice:
    if not await whose_turn.has_phone(tx, notice.person):
        return notice
    asked = await now_open(tx, world, notice.person)
    if asked is None:
        return notice
    return replace(notice, value=replace(notice.value, again=None, oneself=asked))
