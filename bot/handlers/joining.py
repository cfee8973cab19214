"""Joining: /start, the privacy notice, the age question, and the choice of a home ward."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped, words_of
from bot.views import joining as views
from bot.views.command_menu import command_menu
from usecases.people import identify, join
from usecases.staff import accept_invite
from usecases.staff.accept_invite import RoleKept, RoleQuestion, StaffWelcome
from usecases.staff.invite import INVITE_MARK


async def start(update: Update, context: Context) -> None:
    """/start, alone or with the payload of a link: a poster's or a staff invite's."""
    _, _, payload = words_of(update).partition(" ")
    payload = payload.strip()
    if payload.startswith(INVITE_MARK):
        done = await accept_invite.accept(context.tx, context.world, context.person, payload)
        await _show_role(context, done)
    else:
        await begin(context, payload)


async def begin(context: Context, payload: str = "") -> None:
    """Begin to join, or come back: who had stopped messages gets them again from now on."""
    person = context.person
    found = await join.start(context.tx, context.world, person, payload)
    if person.has_stopped:
        context.turn.person = await identify.recognise(context.tx, context.world, person.chat_id)
    show(context, found)


async def take_role(update: Update, context: Context) -> None:
    """Yes, the link's role in place of mine."""
    tx, world, person = context.tx, context.world, context.person
    await _show_role(context, await accept_invite.decide(tx, world, person, yes=True))


async def keep_role(update: Update, context: Context) -> None:
    """No, I keep the role I have."""
    tx, world, person = context.tx, context.world, context.person
    await _show_role(context, await accept_invite.decide(tx, world, person, yes=False))


async def _show_role(context: Context, done: StaffWelcome | RoleQuestion | RoleKept) -> None:
    show(context, done)
    if isinstance(done, StaffWelcome):
        context.turn.broadcasts_changed = True
        person = await identify.recognise(context.tx, context.world, context.person.chat_id)
        context.reply(command_menu(person))


async def agree(update: Update, context: Context) -> None:
    """The "Start" button."""
    show(context, await join.agree(context.tx, context.world, context.person))


async def privacy(update: Update, context: Context) -> None:
    """The "More about privacy" button."""
    context.reply(views.privacy(localiser(context)))


async def age(update: Update, context: Context) -> None:
    """Yes or no to the minimum age."""
    (yes,) = tapped(context, 1)
    show(
        context,
        await join.say_age(context.tx, context.world, context.person, old_enough=yes == 1),
    )


async def age_again(update: Update, context: Context) -> None:
    """The button that undoes a mistaken No."""
    show(context, await join.ask_age_again(context.tx, context.world, context.person))


async def poster_yes(update: Update, context: Context) -> None:
    """Yes, the poster's ward is my ward."""
    show(context, await join.confirm_poster(context.tx, context.world, context.person))


async def postcode(update: Update, context: Context) -> None:
    """The button for typing a postcode."""
    show(context, await join.ask_postcode(context.tx, context.person))


async def ask_location(update: Update, context: Context) -> None:
    """The button for sharing a location."""
    show(context, join.ask_location(context.person))


async def ward_list(update: Update, context: Context) -> None:
    """A page of the ward list."""
    (page,) = tapped(context, 1)
    show(context, await join.show_list(context.tx, context.world, context.person, page))


async def ward_again(update: Update, context: Context) -> None:
    """Back from the list to the question about home."""
    show(context, await join.ask_ward_again(context.tx, context.world, context.person))


async def pick(update: Update, context: Context) -> None:
    """A ward from the list."""
    (code,) = tapped(context, 1)
    ward = context.world.ward_coded(code)
    show(context, await join.complete(context.tx, context.world, context.person, ward))
