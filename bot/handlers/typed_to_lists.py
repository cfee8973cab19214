"""Words typed at a list: of themes, of comments, or of what somebody has said about themselves."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.asked_again import DELETE_COMMENT, comments_again
from bot.handlers.buttons import press_typed, typed_label
from bot.handlers.newest_screen import newest_with_buttons
from bot.handlers.typed_themes import answers_themes
from bot.views.equality import STOP
from content.asked_in_words import asks_to_delete


async def answers_lists(update: Update, context: Context, text: str) -> bool:
    """Whether these words choose among themes, or delete what is shown. Raises NotAChoice."""
    return await answers_themes(update, context, text) or await _deletes(update, context, text)


async def _deletes(update: Update, context: Context, text: str) -> bool:
    """Whether the newest thing in the chat can be deleted, and these words ask for that. Which
    comment is meant wants the whole label, so the list is shown again."""
    newest, replied_to = newest_with_buttons(context), context.turn.parsed.replied_to
    if newest is None or replied_to not in (None, newest.message_id) or not asks_to_delete(text):
        return False
    if typed_label(context, text, topic=newest.topic) is not None:
        return False
    verbs = {d.partition(":")[0] for d in newest.buttons.values()}
    if DELETE_COMMENT in verbs:
        await comments_again(context)
    elif STOP in verbs:
        await press_typed(update, context, STOP)
    else:
        return False
    return True
