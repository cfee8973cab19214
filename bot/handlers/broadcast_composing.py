"""/send: composing a broadcast, up to the preview."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, marks_of, show, tapped, ticks, words_of
from bot.screens import Screen
from bot.views.broadcast_message import broadcast
from bot.views.screen_for_reply import screen_for
from engagement.broadcasts.styled_text import plain_text
from usecases.broadcasts import compose, compose_again, compose_subject, compose_wards
from usecases.broadcasts import correct as correcting
from usecases.broadcasts.message import wording


async def send(update: Update, context: Context) -> None:
    """/send, perhaps with the text after it."""
    plain, lost = plain_text(words_of(update), marks_of(update))
    text = "".join(plain.split(maxsplit=1)[1:])
    tx, world, person = context.tx, context.world, context.person
    show(context, await compose.begin(tx, world, person, text, styles_lost=lost))


async def ward(update: Update, context: Context) -> None:
    """Tick or untick a ward."""
    (code,), on = ticks(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await compose_wards.choose_ward(tx, world, person, code, on=on))


async def every_ward(update: Update, context: Context) -> None:
    """Choose all wards of the sender, or of the plan."""
    (of_plan,) = tapped(context, 1)
    show(
        context,
        await compose_wards.choose_every_ward(
            context.tx, context.world, context.person, of_plan=of_plan == 1
        ),
    )


async def new_wards(update: Update, context: Context) -> None:
    """Compose the question about their new ward, for residents of wards with old boundaries."""
    show(context, await compose_subject.choose_new_wards(context.tx, context.world, context.person))


async def page(update: Update, context: Context) -> None:
    """Another page of wards."""
    (number,) = tapped(context, 1)
    show(context, await compose_wards.turn_page(context.tx, context.world, context.person, number))


async def wards_done(update: Update, context: Context) -> None:
    """The wards are chosen."""
    show(context, await compose.wards_done(context.tx, context.world, context.person))


async def subject(update: Update, context: Context) -> None:
    """Choose the subject."""
    (tag,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await compose_subject.choose_subject(tx, world, person, tag))


async def urgent(update: Update, context: Context) -> None:
    """Choose something urgent as the subject."""
    show(context, await compose_subject.choose_urgent(context.tx, context.world, context.person))


async def correct(update: Update, context: Context) -> None:
    """Write what was wrong in a message that was sent. How that one goes stays in the chat, with
    its buttons: the question comes below it."""
    (code,) = tapped(context, 1)
    asked = await correcting.begin(context.tx, context.world, context.person, code)
    screen = screen_for(localiser(context), asked)
    context.reply(replace(screen, fresh=True) if isinstance(screen, Screen) else screen)


async def change(update: Update, context: Context) -> None:
    """Write the text again, with the old one in sight."""
    show(context, await compose_again.change_text(context.tx, context.world, context.person))


async def add_beside(update: Update, context: Context) -> None:
    """Add the words typed under the preview to the text."""
    show(context, await compose_again.add_beside(context.tx, context.world, context.person))


async def cancel(update: Update, context: Context) -> None:
    """Cancel the draft."""
    show(context, await compose.discard(context.tx, context.world, context.person))


async def change_step(update: Update, context: Context) -> None:
    """Choose again what a button names: the wards (0), the subject (1), or a part of a poll."""
    (place,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await compose_again.change_step(tx, world, person, place))


async def back(update: Update, context: Context) -> None:
    """One step back."""
    show(context, await compose_again.back(context.tx, context.world, context.person))


async def go_on(update: Update, context: Context) -> None:
    """Go on with a message begun before. Buttons of former versions don't say which."""
    number = tapped(context, 1)[0] if ":" in context.turn.pressed else None
    show(context, await compose_again.go_on(context.tx, context.world, context.person, number))


async def later(update: Update, context: Context) -> None:
    """Keep the draft for another time."""
    show(context, await compose_again.later(context.tx, context.world, context.person))


async def send_me(update: Update, context: Context) -> None:
    """Send the author the message exactly as readers get it, below the preview."""
    data = compose.in_hand(context.person)
    if data["step"] != "preview":
        show(context, await compose.show(context.tx, context.world, context.person, data))
        return
    # In English, as most people get it: as in the preview.
    say = replace(localiser(context), language="en")
    context.reply(broadcast(say, wording(context.world, data)))
