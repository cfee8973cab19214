"""The whole list of what is stored of an update, held against every field of the Bot API."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from bot_api_spec import SPEC

from engagement.people.redaction import redacted

PRIVATE = "Amina Yusuf"
DEEPEST = 5
MESSAGE = frozenset(
    {
        "message_id",
        "date",
        "edit_date",
        "message_thread_id",
        "media_group_id",
        "text",
        "caption",
        "wardmote_forwarded",
        "wardmote_left_out",
        "wardmote_rich",
        "wardmote_voice",
        "wardmote_live",
        "from.id",
        "from.is_bot",
        "from.first_name",
        "from.language_code",
        "chat.id",
        "chat.type",
        "reply_to_message.message_id",
        "reply_to_message.date",
        "reply_to_message.chat.id",
        "reply_to_message.chat.type",
        "location.latitude",
        "location.longitude",
        "entities.type",
        "entities.offset",
        "entities.length",
        "caption_entities.type",
        "caption_entities.offset",
        "caption_entities.length",
    }
)
OF_STAFF = frozenset({"entities.url", "caption_entities.url"})
TAP = frozenset(
    {
        "id",
        "data",
        "chat_instance",
        "from.id",
        "from.is_bot",
        "from.first_name",
        "from.language_code",
        "message.message_id",
        "message.date",
        "message.chat.id",
        "message.chat.type",
    }
)
MEMBER = frozenset(
    {
        "date",
        "chat.id",
        "chat.type",
        *(f"from.{name}" for name in ("id", "is_bot", "first_name", "language_code")),
        *(
            f"{which}.{name}"
            for which in ("old_chat_member", "new_chat_member")
            for name in ("status", "until_date", "user.id", "user.is_bot", "user.first_name")
        ),
        "old_chat_member.user.language_code",
        "new_chat_member.user.language_code",
    }
)


class Everything:
    """Objects with every field of the specification set, to a depth of five."""

    def __init__(self) -> None:
        self._types: dict[str, Any] = json.loads(SPEC.read_text())["types"]

    @property
    def kinds(self) -> list[str]:
        return [f["name"] for f in self._types["Update"]["fields"] if f["name"] != "update_id"]

    def update(self, kind: str) -> dict[str, Any]:
        field = next(f for f in self._types["Update"]["fields"] if f["name"] == kind)
        return {"update_id": 7, kind: self._value(kind, field["types"], 0)}

    def _value(self, name: str, types: list[str], depth: int) -> Any:
        kind = types[0]
        if kind.startswith("Array of "):
            return [self._value(name, [kind.removeprefix("Array of ")], depth)]
        if kind not in self._types:
            return _simple(name, kind)
        found: dict[str, Any] = {}
        shape = self._types[kind]
        # A family of objects: one that has the fields of all of them.
        for member in shape.get("subtypes", [kind]):
            for field in self._types.get(member, {}).get("fields", []):
                if depth < DEEPEST:
                    found[field["name"]] = self._value(field["name"], field["types"], depth + 1)
        if "status" in found:
            found["status"] = "kicked"
        return found


def _simple(name: str, kind: str) -> Any:
    if kind == "Integer":
        return 0 if name == "offset" else 5
    if kind in ("Boolean", "True"):
        return True
    if kind == "Float":
        return 51.123456789
    # A type or a code of a language is one of a few short names, so that these two are kept.
    return {"type": "private", "language_code": "en"}.get(name, PRIVATE)


def paths(value: Any, above: str = "") -> Iterator[str]:
    """Where each value of an object is: "message.chat.id"."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, f"{above}.{name}" if above else name)
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, above)
    else:
        yield above


def kept(kind: str, **more: bool) -> Any:
    update = Everything().update(kind)
    return redacted(update, exact_text=True, ward_of=lambda _: None, **more)


pytestmark = pytest.mark.skipif(not SPEC.exists(), reason="the Bot API's specification is not here")


def test_of_every_kind_of_update_nothing_passes_but_what_is_listed() -> None:
    listed = {
        "message": MESSAGE - {"text", "caption"} - {p for p in MESSAGE if "entities" in p},
        "edited_message": MESSAGE - {"text", "caption"} - {p for p in MESSAGE if "entities" in p},
        "callback_query": TAP,
        "my_chat_member": MEMBER,
    }
    for kind in Everything().kinds:
        found = kept(kind)
        assert found.pop("update_id") == 7
        assert set(paths(found.get(kind, {}))) == set(listed.get(kind, ())), kind
        assert found.keys() <= listed.keys(), kind


@pytest.mark.parametrize("links", [False, True])
def test_of_words_that_are_ones_own_the_styles_pass_and_of_staff_the_addresses(
    links: bool,
) -> None:
    update = Everything().update("message")["message"]
    own = {k: v for k, v in update.items() if "forward" not in k and k != "via_bot"}
    found = redacted(
        {"update_id": 7, "message": own}, exact_text=True, ward_of=lambda _: None, links=links
    )
    wanted = MESSAGE - {"wardmote_forwarded"} | (OF_STAFF if links else frozenset())
    assert set(paths(found["message"])) == wanted


def test_of_a_residents_own_voice_note_what_fetches_it_passes_and_no_more() -> None:
    update = Everything().update("message")["message"]
    own = {k: v for k, v in update.items() if "forward" not in k and k != "via_bot"}
    found = redacted(
        {"update_id": 7, "message": own}, exact_text=False, ward_of=lambda _: None, voice=True
    )
    note = {f"wardmote_note.{name}" for name in ("file_id", "duration", "file_size")}
    assert set(paths(found["message"])) & note == note
    assert all(p in MESSAGE | note for p in paths(found["message"]))
    assert "wardmote_note" not in kept("message", voice=True)["message"]


def test_forwarded_words_pass_only_where_staff_send_them_on() -> None:
    assert "text" not in kept("message")["message"]
    assert kept("message", forwarded_text=True)["message"]["text"] == PRIVATE


def test_no_name_passes_wherever_it_is() -> None:
    for kind in Everything().kinds:
        found = kept(kind)
        for said in ("data", "id", "media_group_id"):
            found.get(kind, {}).pop(said, None)
        assert PRIVATE not in json.dumps(found), kind
