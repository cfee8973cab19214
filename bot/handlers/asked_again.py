"""What cannot be undone, or costs something: typed below other things, it is asked again."""

from __future__ import annotations

from dataclasses import replace

from bot.context import Context
from bot.handlers.reply import localiser, show
from bot.handlers.staff_asked_again import staff_question
from bot.screens import Screen, numbers_in
from bot.views import help as help_views
from bot.views.broadcast_approval import reply_to_one
from bot.views.guests import TAKE_BACK as TAKE_BACK_GUEST
from bot.views.my_answers import my_comments
from bot.views.screen_for_reply import screen_for
from content.typed_words import asks_something
from engagement.conversation.meant_for import counts_at_once
from usecases.broadcasts import approval, cancel, compose
from usecases.consultations import managing, mine, typed_answers
from usecases.conversation.shown import Shown
from usecases.insight import export_approval
from usecases.operations import close_alert, complain
from usecases.people import choose_ward, forget, guests, words_in_hand
from usecases.people.find_ward import Purpose
from usecases.people.forget import Way

HOME = "home"
"""The topic of the question whether somebody's home has changed."""
FORGET, MOVE, SEND, WORDS, CLOSE, COMPLAINT = "f", "mp", "sy", "kw", "dk", "pb"
DECIDES = ("y", "ey", "oy")
"""The buttons by which a second person decides about a message, a file, or an opening."""
DELETE_COMMENT = "kd"
TAKE_BACK, TAKE_BACK_REST = "t", "tb"
"""Cancel a broadcast before it is sent, and what has not left of it afterwards."""
TAKES_BACK = (TAKE_BACK, TAKE_BACK_REST)
ASKS_TO_DECIDE = ("hr", "ty", CLOSE, "pk", "ok", "ay")
"""The buttons of a decision that thanks, an "ok" or a thumb doesn't make."""
COSTS = (
    FORGET, MOVE, *DECIDES, SEND, WORDS, *TAKES_BACK, CLOSE, COMPLAINT, "ty", "pk", "hr",
    DELETE_COMMENT, "rd", "od", "ay", "ok", TAKE_BACK_GUEST,
)  # fmt: skip
"""The buttons that do what cannot be undone, or that drop or publish somebody's words."""
DROPS = ("px", "sx", "pq", "rx", "vx", "wx", "ow")
"""The buttons that leave what is being written: in a reply to another message they drop nothing."""


async def asked_again(context: Context, data: str, text: str) -> bool:
    """Whether this button, typed as ``text``, only brought its question again: its screen isn't the
    newest thing in the chat, or is more than a day old, or ``text`` replies to another message or
    asks something."""
    verb, replied_to = data.partition(":")[0], context.turn.parsed.replied_to
    # The same decision may be offered in several messages.
    offering = [s for s in context.turn.shown if data in s.buttons.values()]
    shown = max(offering, key=context.chat.place, default=None)
    if shown is None or data == f"{FORGET}:{Way.STAY}:0":
        return False
    is_reply = replied_to == shown.message_id
    elsewhere = replied_to is not None and not is_reply
    counts = counts_at_once(
        costs=verb in COSTS or (elsewhere and verb in DROPS),
        is_reply=is_reply,
        is_newest=not elsewhere and _is_newest(context, shown, verb),
        lately=_is_lately(context, shown, data),
        asks=asks_something(text),
    )
    if not counts:
        await _ask(context, shown, data)
    return not counts


def _is_newest(context: Context, shown: Shown, verb: str) -> bool:
    if verb == FORGET:
        return context.chat.is_last_word(shown)
    if verb in (*DECIDES, TAKE_BACK_REST) and _is_one_of_several(context, shown, verb):
        return False
    newest = context.chat.newest
    return newest is not None and newest.message_id == shown.message_id


def _is_one_of_several(context: Context, shown: Shown, verb: str) -> bool:
    """Whether another request, or another message, has a button that says the same, and does
    something else."""
    others = (s for s in context.turn.shown if s.topic != shown.topic)
    mine = _deciding(shown, verb)
    return any(
        mine.get(label, does) != does
        for other in others
        for label, does in _deciding(other, verb).items()
    )


def _deciding(shown: Shown, verb: str) -> dict[str, str]:
    """The buttons of this screen that decide as ``verb`` does, by their labels."""
    verbs = DECIDES if verb in DECIDES else (verb,)
    return {label: d for label, d in shown.buttons.items() if d.partition(":")[0] in verbs}


async def ask_which(context: Context, *verbs: str, asked_for: bool = False) -> bool:
    """Ask which broadcast is to be taken back. False if there is none."""
    every = (d for s in context.turn.shown for d in s.buttons.values())
    codes = {numbers_in(d)[0] for d in every if d.partition(":")[0] in verbs}
    if not codes:
        return False
    tx, world, person = context.tx, context.world, context.person
    asked = await cancel.which(tx, world, person, codes, asked_for=asked_for)
    if asked.names:
        context.reply(help_views.cancel_which(localiser(context), asked))
    return bool(asked.names)


def _is_lately(context: Context, shown: Shown, data: str) -> bool:
    person, now = context.person, context.world.now()
    verb = data.partition(":")[0]
    if verb == FORGET:
        return words_in_hand.is_lately(words_in_hand.forget_asked(person), now)
    if verb == MOVE and shown.topic == HOME:
        return words_in_hand.is_lately(words_in_hand.home_asked(person), now)
    if verb == SEND:
        return words_in_hand.is_lately(compose.kept_at(person), now)
    if verb == CLOSE:
        shown_at = close_alert.shown_at(person, numbers_in(data)[0])
        return words_in_hand.is_lately(shown_at, now)
    if verb == WORDS:
        key = typed_answers.key_of(context.world, *numbers_in(data)[:2])
        asked = words_in_hand.offered_at(person)
        return words_in_hand.is_told(person, key) or words_in_hand.is_lately(asked, now)
    return True


async def _ask(context: Context, shown: Shown, data: str) -> None:
    tx, world, person = context.tx, context.world, context.person
    match data.partition(":")[0]:
        case verb if verb == FORGET:
            await forget_again(context, shown)
        case verb if verb == MOVE and shown.topic == HOME:
            ward = world.ward(world.ward_coded(numbers_in(data)[0]))
            await ask_home(context, choose_ward.home_question(world, person, ward))
        case verb if verb == MOVE:
            show(context, await choose_ward.ask(tx, world, person, Purpose.MOVE))
        case verb if verb in TAKES_BACK and await ask_which(context, verb, asked_for=True):
            return
        case verb if verb in DECIDES and _is_one_of_several(context, shown, verb):
            context.reply(reply_to_one(localiser(context)))
        case verb if verb in DECIDES:
            await _request_again(context, verb, numbers_in(data)[0])
        case verb:
            await _show_again(context, shown, data, verb)


async def _request_again(context: Context, verb: str, code: int) -> None:
    """The request itself, below what has come since: there its words decide."""
    tx, world, person = context.tx, context.world, context.person
    asks = {"y": approval.ask_again, "ey": export_approval.ask_again, "oy": managing.show}
    screen = screen_for(localiser(context), await asks[verb](tx, world, person, code))
    context.reply(replace(screen, fresh=True) if isinstance(screen, Screen) else screen)


async def _show_again(context: Context, shown: Shown, data: str, verb: str) -> None:
    """What was typed to be done, with its words in sight."""
    tx, world, person = context.tx, context.world, context.person
    match verb:
        case _ if verb == SEND and (draft := person.draft(compose.SENDING)) is not None:
            await compose.keep(tx, world, person, draft.data)
            show(context, await compose.show(tx, world, person, draft.data))
        case _ if verb == CLOSE:
            show(context, await close_alert.ask(tx, world, person, numbers_in(data)[0]))
        case _ if verb == COMPLAINT and complain.is_made(person):
            show(context, await complain.show_again(tx, world, person, unclear=True))
        case _ if verb == TAKE_BACK_GUEST:
            code, number = numbers_in(data)
            asked = await guests.page(tx, world, person, code, number, asks=True)
            screen = screen_for(localiser(context), asked)
            context.reply(replace(screen, fresh=True) if isinstance(screen, Screen) else screen)
        case _ if verb == DELETE_COMMENT:
            await comments_again(context)
        case _ if verb == WORDS:
            offer = await typed_answers.offer_again(tx, world, person)
            if offer is not None:
                await words_in_hand.note_offered(tx, world, person)
                show(context, offer)
        case _ if (question := await staff_question(context, verb, data)) is not None:
            screen = screen_for(localiser(context), question)
            context.reply(replace(screen, fresh=True) if isinstance(screen, Screen) else screen)
        case _:
            context.reply(help_views.nothing_done(localiser(context), shown.buttons))


async def comments_again(context: Context) -> None:
    """The list of comments below what has come since: nothing is deleted yet."""
    found = await mine.my_comments(context.tx, context.world, context.person)
    screen = my_comments(localiser(context), replace(found, unclear=True))
    context.reply(replace(screen, fresh=True))


async def forget_again(context: Context, shown: Shown) -> None:
    """The question of /forget once more: nothing was done."""
    words_go = any(
        numbers_in(d)[1] for d in shown.buttons.values() if numbers_in(d)[0] != Way.WORDS
    )
    tx, world, person = context.tx, context.world, context.person
    asked = await forget.ask(tx, world, person, without_words=words_go)
    show(context, replace(asked, unclear=True))


async def ask_home(context: Context, asked: choose_ward.HomeQuestion) -> None:
    """Ask whether a home has changed, and note when."""
    await words_in_hand.note_home_asked(context.tx, context.world, context.person)
    show(context, asked)
