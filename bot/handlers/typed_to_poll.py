"""Words typed at quick polls: an answer, a hint, or the question which of several is meant.

Words are for a quick poll if they reply to a message with it, whatever is below that, or if it is
the newest thing in the chat. One that came in the same message is as near, until it is answered.
Further up only the whole label of an answer reaches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.handlers.buttons import is_bare, press_typed, typed_label
from bot.handlers.newest_screen import newest_with_buttons, said_in_reply
from bot.handlers.reply import show, words_of
from bot.screens import data
from bot.screens import numbers_in as data_of
from bot.views.choices import are_short
from bot.views.complaints import ANSWER as COMPLAINT
from bot.views.polls import ANSWER, OPEN, POLL_TOPIC, WHICH_TOPIC, as_question
from content.typed_words import ends_chat, gives_up, keyed
from content.yes_and_no import is_ok, is_sign, says_little
from engagement.consultations.typed_labels import option_named
from engagement.consultations.typed_numbers import number_and_words, numbers_in
from engagement.consultations.typed_poll_answers import poll_answer
from engagement.errors import NotAChoice
from usecases.consultations import answer_poll, polls_in_front
from usecases.consultations.polls_in_front import NoAnswer, PollInFront, PollLater, WhichPoll
from usecases.consultations.steps import Receipt, Step
from usecases.consultations.typed_answers import Offer
from usecases.conversation.chat import NEWS
from usecases.conversation.shown import Shown

Fits = list[tuple[PollInFront, int]]


async def read_polls(context: Context) -> None:
    """Note the quick polls that these words may be for: those in the message that they reply to or,
    where they reply to none, in the newest thing in the chat."""
    turn, replied_to = context.turn, context.turn.parsed.replied_to
    tx, world, person = context.tx, context.world, context.person
    if replied_to is None:
        seen = context.chat.newest_with_buttons
    else:
        seen = next((s for s in turn.shown if s.message_id == replied_to), None)
    if seen is not None and seen.topic != NEWS:
        codes = _codes_on(seen)
        listed = any(d.startswith(f"{ANSWER}:") for d in seen.buttons.values()) or not seen.buttons
        turn.polls = await polls_in_front.coded(tx, world, person, codes, listed=listed)
    elif (message := replied_to if seen is None else seen.message_id) is not None:
        turn.polls = await polls_in_front.in_message(tx, world, person, message)


def _codes_on(shown: Shown) -> list[tuple[int, int | None]]:
    """The codes and tags of the quick polls on this screen, or of which it was a copy."""
    found: list[tuple[int, int | None]] = []
    for pressed in (*shown.buttons.values(), shown.topic.partition("-")[2]):
        verb = pressed.partition(":")[0]
        if verb == ANSWER:
            code, _, tag, *_ = data_of(pressed)
            found.append((code, tag))
        elif verb == OPEN:
            code, tag, *_ = data_of(pressed)
            found.append((code, tag))
    if not found and shown.topic.startswith(POLL_TOPIC):
        found.append((int(shown.topic.removeprefix(POLL_TOPIC)), None))
    return found


def replies_to_poll(context: Context) -> bool:
    """Whether these words reply to a message with a quick poll."""
    return context.turn.parsed.replied_to is not None and bool(context.turn.polls)


async def answers_polls(update: Update, context: Context, text: str, *, below: str) -> bool:
    """Handle words for the quick polls in front of this person: not where what waits for words, in
    the screen of the topic ``below``, is newer, nor words that may be for something else too.
    Raises PollHasEnded or PollWasStopped for an answer that comes too late."""
    found, newest = context.turn.polls, context.chat.newest_with_buttons
    if not found or (not replies_to_poll(context) and _waits_below(context, below)):
        return False
    if (
        newest is not None
        and newest.topic == WHICH_TOPIC
        and typed_label(context, text, topic=WHICH_TOPIC)
    ):
        return False
    try:
        fits = await _fits_in_front(context, text)
    except NotAChoice:
        await _hint(update, context, unclear=True)
        return True
    if fits:
        await _give(update, context, fits, text)
        return True
    if ends_chat(text) or gives_up(text):
        return False
    is_label = typed_label(context, text) is not None
    if not is_label and await answers_poll_above(update, context, text):
        return True
    return await _is_for_them(update, context, text)


async def _fits_in_front(context: Context, text: str) -> Fits:
    """The polls of which these words are an answer: those in front of their writer, and where that
    is one alone, those that came in one message with it and wait for an answer. What was opened
    and isn't answered yet comes first. Raises NotAChoice."""
    found = context.turn.polls
    if len(found) > 1 or replies_to_poll(context):
        return _fits(context, found, text)
    tx, world, person = context.tx, context.world, context.person
    if found[0].shown.mine is None and (fits := _fits(context, found, text)):
        return fits
    others = await polls_in_front.unanswered_beside(tx, world, person, found[0])
    return _fits(context, (*found, *others), text, numbered=False)


async def _is_for_them(update: Update, context: Context, text: str) -> bool:
    """Handle words that are no answer, and can be for nothing else than a quick poll."""
    found = context.turn.polls
    if _says_later(context, text):
        show(context, PollLater(found[0].shown))
        return True
    if replies_to_poll(context):
        if said_in_reply(context, text, but="") is not None:
            return False
        await _hint(update, context)
        return True
    newest = newest_with_buttons(context)
    if not any(one.is_open for one in found):
        return False
    if (says_little(text) or bool(numbers_in(text)) or is_sign(text)) and not _opens(newest, text):
        await _hint(update, context)
        return True
    await _note(update, context)
    return False


def _opens(newest: Shown | None, text: str) -> bool:
    """Whether a number is that of a button below news, which leads somewhere."""
    numbers = numbers_in(text)
    if newest is None or newest.topic != NEWS or len(numbers) != 1:
        return False
    leads = [d for d in newest.buttons.values() if not d.startswith(f"{ANSWER}:")]
    return 1 <= numbers[0] <= len(leads)


def _says_later(context: Context, text: str) -> bool:
    """Whether somebody says that they answer later, and there is one poll that they can answer."""
    languages = context.words.languages
    later = {keyed(context.words.plain("button-later", language)) for language in languages}
    found = context.turn.polls
    return len(found) == 1 and found[0].is_open and keyed(text) in later


def _waits_below(context: Context, topic: str) -> bool:
    """Whether what waits for words in a screen of this topic is newer than the newest polls."""
    newest, chat = context.chat.newest_with_buttons, context.chat
    if newest is None or newest.topic == topic:
        return True
    waits = max((chat.place(s) for s in context.turn.shown if s.topic == topic), default=0)
    return chat.place(newest) <= waits


def _fits(
    context: Context, found: Sequence[PollInFront], text: str, *, numbered: bool = True
) -> Fits:
    """The polls of which these words are an answer, and which it is: of several the open ones, or
    the one whose number is before the answer, where they are ``numbered``. Raises NotAChoice."""
    both = number_and_words(text) if numbered else None
    if both is not None and len(found) > 1 and 1 <= both[0] <= len(found):
        named = _fits(context, found[both[0] - 1 : both[0]], both[1])
        if named:
            return named
    fits, unclear = [], False
    for one in found:
        try:
            number = _read(context, one, text)
        except NotAChoice:
            unclear = True
            continue
        if number is not None:
            fits.append((one, number))
    if not fits and unclear:
        raise NotAChoice
    return [fit for fit in fits if fit[0].is_open] or fits


def _read(context: Context, one: PollInFront, text: str) -> int | None:
    answers = one.shown.poll.answers
    asks = as_question(one.shown.question, answers)
    numbered = one.listed and not are_short(answers)
    language = context.person.language
    return poll_answer(asks, text, language, numbered=numbered, listed=one.listed)


async def _give(update: Update, context: Context, fits: Fits, text: str) -> None:
    if len(fits) > 1:
        show(context, WhichPoll(text, tuple((one.shown, n - 1) for one, n in fits)))
        return
    [(one, number)] = fits
    await press_typed(update, context, data(ANSWER, one.shown.code, number - 1, one.shown.tag))


async def _hint(update: Update, context: Context, *, unclear: bool = False) -> None:
    """Say that the words are no answer, and show again what is asked. Raises PollHasEnded or
    PollWasStopped where nothing is asked any more."""
    tx, world, person = context.tx, context.world, context.person
    found = [one.shown for one in context.turn.polls if one.is_open]
    if not found:
        last = context.turn.polls[0].shown
        await answer_poll.check_still_open(tx, world, person, last.code, last.tag)
    await _note(update, context)
    if context.turn.signposts is None:
        show(context, NoAnswer(tuple(found), unclear))


async def _note(update: Update, context: Context) -> None:
    """Note which message somebody has typed at a poll that they have not answered: an edit may make
    an answer of it."""
    found = [one.shown for one in context.turn.polls if one.is_open]
    if len(found) == 1 and found[0].mine is None and update.message is not None:
        tx, world, person = context.tx, context.world, context.person
        await polls_in_front.note_typed(tx, world, person, found[0], update.message.message_id)


def hint(context: Context) -> NoAnswer | None:
    """What is said instead of "We didn't understand" below a quick poll that can be answered."""
    found = tuple(one.shown for one in context.turn.polls if one.is_open)
    return NoAnswer(found) if found else None


def with_what_is_below(
    context: Context, done: Step | Receipt | Offer, below: Shown | None
) -> Step | Receipt | Offer:
    """An offer to keep words, with what is below the question that they would be kept at, and the
    quick poll of which they are no answer."""
    if not isinstance(done, Offer) or below is None:
        return done
    asked = [one.shown.question for one in context.turn.polls if one.is_open]
    poll = asked[0] if len(asked) == 1 else ""
    complained = below.topic == COMPLAINT
    return replace(done, complained=complained, overlaid=True, no_answer_to=poll)


async def answers_poll_above(update: Update, context: Context, text: str) -> bool:
    """Handle the whole label of an answer to a quick poll further up. A yes, a no and a number are
    never for anything older."""
    if is_bare(text) or is_ok(text):
        return False
    if context.turn.parsed.replied_to is not None:
        return False
    found = await polls_in_front.still_open(context.tx, context.world, context.person)
    fits = [*_named(context, found, text)]
    if fits:
        await _give(update, context, fits, text)
    return bool(fits)


def _named(
    context: Context, found: Iterable[PollInFront], text: str
) -> Iterable[tuple[PollInFront, int]]:
    for one in found:
        asks = as_question(one.shown.question, one.shown.poll.answers)
        try:
            number = option_named(asks, text, context.person.language)
        except NotAChoice:
            continue
        if number is not None:
            yield one, number


async def edited(update: Update, context: Context, message_id: int) -> bool:
    """Handle an edit of a message that was typed at a quick poll: it changes the answer. Raises
    PollHasEnded, PollWasStopped."""
    tx, world, person, text = context.tx, context.world, context.person, words_of(update)
    found = await polls_in_front.typed_in(tx, world, person, message_id)
    if not found:
        return False
    context.turn.polls = found
    try:
        fits = _fits(context, found, text)
    except NotAChoice:
        fits = []
    if not fits:
        await _hint(update, context)
        return True
    [(one, number)] = fits
    code, tag = one.shown.code, one.shown.tag
    show(context, await answer_poll.answer(tx, world, person, code, number - 1, tag))
    return True
