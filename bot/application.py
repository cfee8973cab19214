"""The bot's table of contents: which handler takes which update, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import Message, Update
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
    broadcast_composing,
    buttons,
    celebrating,
    complaints,
    consultations,
    edited_messages,
    equality,
    export,
    forwarded_words,
    held_messages,
    joining,
    languages,
    leaving,
    managing,
    my_data,
    news,
    news_buttons,
    other_messages,
    plans,
    polls,
    reading,
    requests,
    results,
    safety,
    shared_location,
    shared_phone,
    status,
    submissions,
    themes,
    voice_notes,
    wards,
)
from bot.handlers import help as help_handlers
from bot.handlers.reply import Handler, begins, waits_no_longer_for_a_reason
from bot.sending.request import PtbRequest
from engagement.people import redaction
from usecases.broadcasts.compose import SENDING
from usecases.operations import close_alert
from usecases.operations.complain import COMPLAINING

COMMANDS: Mapping[str, Handler] = {
    "start": joining.start,
    "consultations": consultations.list_open,
    "news": news.news,
    "plan": plans.plans,
    "celebrate": celebrating.celebrate,
    "mine": consultations.mine,
    "another": shared_phone.another,
    "ward": wards.show_wards,
    "themes": themes.themes,
    "language": languages.ask,
    "mydata": my_data.send,
    "about_me": equality.about_me,
    "complain": begins(COMPLAINING, complaints.ask),
    "stop": leaving.stop,
    "forget": leaving.ask_forget,
    "help": help_handlers.help_,
    "send": begins(SENDING, broadcast_composing.send),
    "ask": begins(SENDING, polls.ask),
    "results": results.choose,
    "export": export.choose,
    "complaints": complaints.show_open,
    "requests": requests.show_open,
    "reading": reading.show_lists,
    "submission": submissions.begin,
    "status": status.status,
    "held": held_messages.held,
    "manage": managing.manage,
    "open": safety.open_,
    "close": safety.close,
}


class _Marked(filters.MessageFilter):
    """Messages that carry one of redaction's marks."""

    def __init__(self, mark: str) -> None:
        super().__init__(name=mark)
        self._mark = mark

    def filter(self, message: Message) -> bool:
        return message.api_kwargs.get(self._mark) is True


class _FromBot(filters.MessageFilter):
    """Messages that a bot has sent."""

    def filter(self, message: Message) -> bool:
        return message.from_user is not None and message.from_user.is_bot


FORWARDED, LEFT_OUT, RICH, VOICE, _ = (_Marked(mark) for mark in redaction.MARKS)


def handlers() -> list[BaseHandler[Any, Context, None]]:
    """Every handler in order: the first that fits takes the update. Service messages, what bots
    send, edits without words and nearly all messages in groups fit none, and get no reply."""
    by_people = ~_FromBot()
    private = filters.ChatType.PRIVATE & by_people
    groups = filters.ChatType.GROUPS & by_people & ~FORWARDED
    new, edits = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    words = filters.TEXT | filters.CAPTION
    not_words = filters.LOCATION | LEFT_OUT | RICH
    return [
        # Taps are the most frequent, and the message under a button isn't parsed.
        CallbackQueryHandler(buttons.press),
        ChatMemberHandler(_private_only(leaving.membership), ChatMemberHandler.MY_CHAT_MEMBER),
        CommandHandler([*COMMANDS], other_messages.elsewhere, groups & new),
        MessageHandler(private & new & FORWARDED & ~not_words, forwarded_words.forwarded),
        *(CommandHandler(name, _instead(act), private & new) for name, act in COMMANDS.items()),
        MessageHandler(private & new & filters.COMMAND, _instead(other_messages.unknown_command)),
        MessageHandler(private & new & filters.TEXT, news_buttons.words),
        MessageHandler(private & new & filters.LOCATION, shared_location.location),
        MessageHandler(private & edits & words & ~filters.LOCATION, edited_messages.edited),
        MessageHandler(private & new & RICH, other_messages.rich_message),
        MessageHandler(private & new & VOICE, voice_notes.voice_note),
        MessageHandler(private & new & LEFT_OUT, other_messages.other_kind),
    ]


def build(base_url: str, token: str, request: PtbRequest) -> BotApplication:
    """python-telegram-bot's application without its updater: our own code receives and sends.

    The caller shuts ``request`` down, even if Telegram refused the token.
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
    """Keep the error for the receiver: the library swallows what a handler raises."""
    TURN.get().error = context.error


def _instead(act: Handler) -> Handler:
    """A command ends waiting for what was done about an alert, and for why a message was declined:
    later words are not about that."""

    async def instead(update: Update, context: Context) -> None:
        context.turn.person = await close_alert.leave(context.tx, context.world, context.person)
        await waits_no_longer_for_a_reason(context)
        await act(update, context)

    return instead


def _private_only(act: Handler) -> Handler:
    async def in_private(update: Update, context: Context) -> None:
        if update.effective_chat and update.effective_chat.type == "private":
            await act(update, context)

    return in_private
