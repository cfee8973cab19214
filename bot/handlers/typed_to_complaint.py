"""Words typed right below /complain that say nothing of what went wrong."""

from __future__ import annotations

from bot.context import Context
from bot.handlers.buttons import typed_label
from bot.handlers.reply import localiser, show
from bot.views.complaints import TOPIC
from bot.views.help import welcome
from content.asks_to_delete import asks_to_undo
from content.typed_words import ends_chat, greets
from content.yes_and_no import yes_or_no
from usecases.operations import complain


async def is_no_complaint(context: Context, text: str) -> bool:
    """Handle words that don't belong to a complaint, below the question what went wrong or below
    the receipt. Returns whether they were handled."""
    return await _says_nothing(context, text) or await _asks_to_take_back(context, text)


async def _says_nothing(context: Context, text: str) -> bool:
    """Handle thanks, hello and yes below the question what went wrong: they say nothing of it, and
    the question waits on."""
    tx, world, person = context.tx, context.world, context.person
    if complain.is_asked_about(person):
        return False
    if ends_chat(text):
        if context.turn.signposts is None:
            context.reply(welcome(localiser(context)))
        return True
    if greets(text) or yes_or_no(text) is True:
        show(context, await complain.show_again(tx, world, person))
        return True
    return False


async def _asks_to_take_back(context: Context, text: str) -> bool:
    """Handle words about taking a complaint back that aren't its button's label: they aren't added
    to it, and its receipt is shown again. Raises ComplaintStays where it can't be taken back any
    more."""
    tx, world, person = context.tx, context.world, context.person
    number = complain.to_take_back(person)
    if number is None or not asks_to_undo(text):
        return False
    if typed_label(context, text, topic=TOPIC) is not None:
        return False
    await complain.check_can_be_taken_back(tx, world, person, number)
    show(context, await complain.show_again(tx, world, person, unclear=True))
    return True
