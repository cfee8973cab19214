"""/stop and /forget, and residents who block the bot."""

from __future__ import annotations

from telegram import ChatMember, Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.handlers.shared_phone import become
from bot.screens import ButtonsAway
from bot.views import leaving as views
from bot.views.command_menu import EVERYBODYS
from usecases.broadcasts import cancel
from usecases.operations import safeguarding
from usecases.operations.safety_alerts import AlertsStop
from usecases.people import forget, identify, leave, reach
from usecases.people.forget import ForgottenLater
from usecases.people.leave import Forgotten
from usecases.people.whose_turn import WHO


async def stop(update: Update, context: Context) -> None:
    """/stop: takes effect at once, without a question."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await leave.stop(tx, world, person))
    still = await cancel.still_goes(tx, person)
    if still is not None:
        context.reply(views.still_goes(localiser(context), still))
    if await safeguarding.relies_on(tx, world, person):
        show(context, AlertsStop())


async def ask_forget(update: Update, context: Context) -> None:
    """/forget: asks before anything is deleted. Of somebody who is joining, what they have said so
    far goes at once, as with /stop."""
    if context.person.contact is None and context.person.arrival is not None:
        await stop(update, context)
        return
    show(context, await forget.ask(context.tx, context.world, context.person))


async def decide(update: Update, context: Context) -> None:
    """What the person says to being forgotten."""
    way, words = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    done = await forget.decide(tx, world, person, way, without_words=words == 1)
    if isinstance(done, Forgotten):
        context.turn.forgotten = done
    show(context, done)
    if person.guest is not None:
        if isinstance(done, Forgotten):
            # Others keep their menu.
            theirs = [s.message_id for s in context.turn.in_chat if s.buttons]
            await become(context, await identify.owner_of(tx, world, person))
            asked = [s.message_id for s in context.turn.in_chat if s.buttons and s.topic == WHO]
            context.reply(ButtonsAway((*theirs, *asked)))
        return
    if isinstance(done, (Forgotten, ForgottenLater)):
        context.reply(EVERYBODYS)


async def membership(update: Update, context: Context) -> None:
    """Telegram reports that somebody has blocked the bot, or unblocked it."""
    change = update.my_chat_member
    if change is not None:
        left = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        await reach.blocked(context.tx, context.world, context.person, now_blocked=left)
