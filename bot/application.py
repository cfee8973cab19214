"""The bot's table of contents: which handler takes what, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.context import TURN, Context
from bot.context import BotApplication as BotApplication
from bot.handlers import (
    answering,
    board,
    joining,
    languages,
    my_data,
    officer,
    operator,
    pressing,
    reading,
    talking,
)
from bot.handlers.saying import Handler
from bot.sending.request import PtbRequest

COMMANDS: Mapping[str, Handler] = {
    "start": joining.start,
    "consultations": answering.list_open,
    "news": reading.news,
    "plan": reading.plans,
    "celebrate": reading.celebrate,
    "mine": answering.mine,
    "ward": my_data.ward,
    "themes": reading.themes,
    "language": languages.ask,
    "stop": my_data.stop,
    "forget": my_data.ask_forget,
    "help": my_data.help_,
    "send": board.send,
    "results": officer.choose_results,
    "export": officer.choose_export,
    "status": operator.status,
}


def handlers() -> list[BaseHandler[Any, Context, None]]:
    """Every handler in order: the first that fits takes the update."""
    private = filters.ChatType.PRIVATE
    new = filters.UpdateType.MESSAGE
    return [
        # Taps come most often, and the message under a button is not looked into.
        CallbackQueryHandler(pressing.press),
        ChatMemberHandler(_private_only(my_data.membership), ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(~private & filters.COMMAND, talking.elsewhere),
        *(CommandHandler(name, act, private & new) for name, act in COMMANDS.items()),
        MessageHandler(private & new & filters.COMMAND, talking.unknown_command),
        MessageHandler(private & new & filters.TEXT, talking.words),
        MessageHandler(private & new & filters.LOCATION, talking.location),
        MessageHandler(private & filters.UpdateType.EDITED_MESSAGE, talking.edited),
        MessageHandler(private & new, talking.other_kind),
    ]


def build(base_url: str, token: str, request: PtbRequest) -> BotApplication:
    """python-telegram-bot's application without its updater: ours receives and sends.

    Whoever hands in ``request`` shuts it down, also when Telegram never let us in.
    """
    application: BotApplication = (
        Application.builder()
        .bot(
            ExtBot(
                token=token,
                base_url=f"{base_url.rstrip('/')}/bot",
                request=request,
                get_updates_request=request,
            )
        )
        .updater(None)
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    application.add_handlers(handlers())
    application.add_error_handler(_hand_back)
    return application


async def _hand_back(update: object, context: Context) -> None:
    """The library swallows what a handler raises; the receiver has to know of it."""
    TURN.get().error = context.error


def _private_only(act: Handler) -> Handler:
    async def in_private(update: Update, context: Context) -> None:
        if update.effective_chat and update.effective_chat.type == "private":
            await act(update, context)

    return in_private
