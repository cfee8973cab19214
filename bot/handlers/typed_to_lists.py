"""Words typed at a list: of themes, of comments, or of what somebody has said about themselves."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.asked_again import DELETE_COMMENT, comments_again
from bot.handlers.buttons import press_typed, typed_label
from bot.handlers.equality import about_me
from bot.handlers.newest_screen import newest_with_buttons
from bot.handlers.reply import localiser
from bot.handlers.typed_themes import answers_themes
from bot.views.equality import STOP
from bot.views.guests import TAKE_BACK as TAKE_BACK_GUEST
from bot.views.help import nothing_done
from content.asked_in_words import asks_to_delete
from content.asks_to_delete import speaks_of_deleting
from content.typed_words import asks_something
from usecases.people import words_in_hand


async def answers_lists(update: Update, context: Context, text: str) -> bool:
    """Whether these words choose among themes, or delete what is shown. Raises NotAChoice."""
    return await answers_themes(update, context, text) or await _deletes(update, context, text)


async def _deletes(update: Update, context: Context, text: str) -> bool:
    """Whether the newest thing in the chat can be deleted, and these words speak of that. Which
    comment is meant wants the whole label, so the list is shown again."""
    newest, replied_to = newest_with_buttons(context), context.turn.parsed.replied_to
    if newest is None or replied_to not in (None, newest.message_id):
        return False
    if typed_label(context, text, topic=newest.topic) is not None or not speaks_of_deleting(text):
        return False
    verbs = {d.partition(":")[0] for d in newest.buttons.values()}
    if DELETE_COMMENT in verbs:
        await comments_again(context)
    elif STOP in verbs:
        await _deletes_about_me(update, context, text)
    elif TAKE_BACK_GUEST in verbs:
        context.reply(nothing_done(localiser(context), newest.buttons))
    else:
        return False
    return True


async def _deletes_about_me(update: Update, context: Context, text: str) -> None:
    """Delete what somebody has said of themselves, where the words say only that and it was shown
    within a day; otherwise show it again."""
    shown_at = words_in_hand.about_me_shown(context.person)
    lately = words_in_hand.is_lately(shown_at, context.world.now())
    if lately and asks_to_delete(text) and not asks_something(text):
        await press_typed(update, context, STOP)
    else:
        await about_me(update, context)
