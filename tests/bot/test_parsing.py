"""What is read of an update before a handler sees it."""

from typing import Any

import pytest
from telegram import Bot, Update

from bot.parsing import parse

CHAT = {"id": 7, "type": "private", "first_name": "A person"}
USER = {"id": 7, "is_bot": False, "first_name": "A person"}
OURS = {"message_id": 41, "date": 1_662_400_000, "chat": CHAT, "text": "1 of 4."}
BOT = Bot("1:none")


def tapped(**more: Any) -> dict[str, Any]:
    tap = {"id": "5", "from": USER, "chat_instance": "1", "data": "q:1:0:2", **more}
    return {"update_id": 3, "callback_query": tap}


@pytest.mark.parametrize("message", [OURS, {**OURS, "date": 0}])
def test_of_a_tap_it_is_what_the_library_would_say(message: dict[str, Any]) -> None:
    found = parse(tapped(message=message), BOT)
    whole = Update.de_json(tapped(message=message), BOT)
    assert whole.callback_query is not None
    assert whole.callback_query.message is not None
    assert whole.effective_chat is not None
    assert (found.chat, found.tapped) == (
        whole.effective_chat.id,
        whole.callback_query.message.message_id,
    )
    assert found.update.callback_query == whole.callback_query
    assert found.update.effective_user == whole.effective_user


def test_a_tap_under_no_message_comes_from_no_chat() -> None:
    found = parse(tapped(), BOT)
    assert (found.chat, found.tapped) == (None, None)


def test_words_come_from_their_chat_and_from_under_no_button() -> None:
    found = parse({"update_id": 3, "message": {**OURS, "from": USER}}, BOT)
    assert (found.chat, found.tapped) == (7, None)


@pytest.mark.parametrize(
    "message",
    [
        "41",
        {},
        {**OURS, "chat": None},
        {**OURS, "chat": {"type": "private"}},
        {**OURS, "chat": {"id": "7"}},
        {**OURS, "chat": {"id": True}},
        {**OURS, "message_id": None},
        {**OURS, "message_id": 4.5},
    ],
)
def test_a_tap_under_what_is_no_message_is_refused(message: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        parse(tapped(message=message), BOT)


def test_of_a_message_that_is_replied_to_the_number_is_read() -> None:
    """W9."""
    words = {**OURS, "from": USER, "reply_to_message": {"message_id": 40}}
    for kind in ("message", "edited_message"):
        found = parse({"update_id": 3, kind: words}, BOT)
        assert (found.chat, found.replied_to) == (7, 40)
        assert found.update.effective_message is not None
        assert found.update.effective_message.text == "1 of 4."
