"""Bytes no phone should send and a server may still pass on: one of them must not stop the rest."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from company import Neighbourhood, Person


def _message(user: int, **fields: object) -> dict[str, Any]:
    person = {"id": user, "first_name": "P"}
    return {
        "message": {
            "message_id": 900_001,
            "date": 1_662_400_000,
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False},
            **fields,
        }
    }


def _nested(deep: int) -> dict[str, Any]:
    body: dict[str, Any] = {"text": "the innermost"}
    for _ in range(deep):
        body = {"reply_to_message": body}
    return body


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"text": "half \ud83c of a sign"}, id="half of a surrogate pair"),
        pytest.param({"text": "\udfe1"}, id="the other half alone"),
        pytest.param({"text": "hello", "\ud83c": 1}, id="half of a pair in a name"),
        pytest.param({"text": "hello", "new_count": 10**30}, id="a number of thirty digits"),
        pytest.param({"text": "hello", **_nested(300)}, id="three hundred deep"),
    ],
)
async def test_what_cannot_be_read_at_once_stops_nobody(
    hood: Neighbourhood, amina: Person, fields: dict[str, object]
) -> None:
    stranger = hood.stranger()
    hood.stage.emulator.push(_message(stranger.phone.user_id, **fields))
    async with asyncio.timeout(2):
        assert "You haven't answered" in await amina.types("/mine")
