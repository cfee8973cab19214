"""Someone else here wants to answer: beginning, handing back, and what the phone's owner can do."""

from __future__ import annotations

from collections.abc import Mapping

from telegram import Update

from bot.context import Context
from bot.handlers.reply import Handler, show, tapped
from bot.screens import ButtonsAway
from usecases.consultations import mine, undecided_words
from usecases.conversation.current_screen import here
from usecases.conversation.shown import screens
from usecases.people import guests, whose_turn
from usecases.people.guests import GuestTakenBack
from usecases.people.heard import MINE, parted
from usecases.people.identify import Person


async def another(update: Update, context: Context) -> None:
    """/another, or the same in words."""
    found = await guests.ask(context.tx, context.world, context.person)
    if isinstance(found, int):
        await _begin(context, found)
    else:
        show(context, found)


async def begin(update: Update, context: Context) -> None:
    """The button "Someone else here wants to answer"."""
    (code,) = tapped(context, 1)
    await _begin(context, code)


async def hand_back(update: Update, context: Context) -> None:
    """The button "Hand the phone back", and that of its owner who has it again."""
    tx, world, person = context.tx, context.world, context.person
    undecided = await undecided_words.before_handing_back(tx, world, person)
    if undecided is not None:
        show(context, undecided)
        return
    owner, done = await guests.hand_back(tx, world, person)
    await become(context, owner)
    show(context, done)


async def go_on(update: Update, context: Context) -> None:
    """The button of a guest who still has the phone, and what they had asked for."""
    if context.turn.pressed.partition(":")[2] == MINE:
        show(context, await mine.mine(context.tx, context.world, context.person))
        return
    show(context, await here(context.tx, context.world, context.person))


async def page(update: Update, context: Context) -> None:
    """One of the others who answered on this phone."""
    code, number = tapped(context, 2)
    show(context, await guests.page(context.tx, context.world, context.person, code, number))


async def ask_take_back(update: Update, context: Context) -> None:
    """Take back what one of the others answered? Asked before it is done."""
    code, number = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await guests.page(tx, world, person, code, number, asks=True))


async def take_back(update: Update, context: Context) -> None:
    """Take back what one of the others answered."""
    code, number = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    context.turn.others_forgotten, done = await guests.take_back(tx, world, person, code, number)
    show(context, done)
    if isinstance(done, GuestTakenBack):
        context.reply(ButtonsAway(done.messages))


async def taken(context: Context, data: str) -> str:
    """The data of a button whose label was typed, without the guest whose it is: they have the
    phone now. Raises OldButton."""
    plain, seat = parted(data)
    if seat is not None:
        tx, world, person = context.tx, context.world, context.person
        theirs = await whose_turn.in_seat(tx, world, person, seat)
        await become(context, await whose_turn.take(tx, theirs, world.now()))
    return plain


async def become(context: Context, person: Person) -> None:
    """Go on with this turn as another person on the same phone."""
    turn = context.turn
    turn.person = person
    turn.sees(await screens(context.tx, person.id) if person.id is not None else [])
    turn.news, turn.news_buttons = None, {}


async def _begin(context: Context, code: int) -> None:
    guest, hello = await guests.begin(context.tx, context.world, context.person, code)
    await become(context, guest)
    show(context, hello)


BUTTONS: Mapping[str, Handler] = {
    "ph": begin,
    "pi": hand_back,
    "pj": go_on,
    "pm": page,
    "pn": ask_take_back,
    "pt": take_back,
}
"""What the buttons of a phone do that several people share."""
