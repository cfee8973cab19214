"""What is left of an update when it reaches the inbox: nothing that names a person or a home."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import council_directory, load
from content.postcodes import compact
from engagement.people.postcodes_in_text import without_postcodes
from engagement.people.redaction import redacted, sender_of

BUCKINGHAMSHIRE = load(council_directory("buckinghamshire"))
POSTCODES = sorted(BUCKINGHAMSHIRE.postcodes)

AMINA = {
    "id": 700123,
    "is_bot": False,
    "first_name": "Amina",
    "last_name": "Yusuf",
    "username": "amina_yusuf",
    "language_code": "en",
}
HER_CHAT = {
    "id": 700123,
    "type": "private",
    "first_name": "Amina",
    "last_name": "Yusuf",
    "username": "amina_yusuf",
    "bio": "Yusuf the baker's sister",
    "active_usernames": ["amina_yusuf"],
}
NAMES_HER = re.compile(r"amina|yusuf|07700", re.IGNORECASE)


def kept(update: dict[str, Any], *, exact_text: bool = False) -> dict[str, Any]:
    return redacted(update, exact_text=exact_text, ward_of=BUCKINGHAMSHIRE.ward_of)


def message(**fields: Any) -> dict[str, Any]:
    body = {"message_id": 5, "date": 1662368400, "from": AMINA, "chat": HER_CHAT}
    return {"update_id": 91, "message": body | fields}


def text_of(text: str, *, exact_text: bool = False) -> str:
    said: str = kept(message(text=text), exact_text=exact_text)["message"]["text"]
    return said


# Names

CARD = {"phone_number": "07700900123", "first_name": "Amina", "vcard": "N:Yusuf", "user_id": 7}
ORIGIN_USER = {"type": "user", "sender_user": AMINA, "date": 1}
ORIGIN_HIDDEN = {"type": "hidden_user", "sender_user_name": "Amina Yusuf", "date": 1}
ORIGIN_CHANNEL = {"type": "channel", "chat": HER_CHAT, "author_signature": "Amina", "date": 1}
MENTION = {"type": "text_mention", "offset": 0, "length": 4, "user": AMINA}
GROUP = {"id": -100700, "type": "supergroup", "title": "Yusuf family"}


@pytest.mark.parametrize(
    "update",
    [
        pytest.param(message(text="Hello"), id="sender and chat"),
        pytest.param(message(contact=CARD), id="contact card"),
        pytest.param(message(text="Hi", forward_origin=ORIGIN_USER), id="forwarded from a user"),
        pytest.param(message(text="Hi", forward_origin=ORIGIN_HIDDEN), id="from a hidden user"),
        pytest.param(message(text="Hi", forward_origin=ORIGIN_CHANNEL), id="from a channel"),
        pytest.param(message(text="Hi", forward_from=AMINA), id="the old forward field"),
        pytest.param(message(text="Hi", forward_sender_name="Amina"), id="the old hidden name"),
        pytest.param(
            message(text="Hi", reply_to_message=message(text="I am Amina")["message"]),
            id="reply to a message",
        ),
        pytest.param(message(text="Hi", quote={"text": "Amina"}), id="quote"),
        pytest.param(message(text="Hi", external_reply={"origin": ORIGIN_USER}), id="other reply"),
        pytest.param(message(text="Hi", via_bot=AMINA), id="via bot"),
        pytest.param(message(text="Hi", sender_chat=GROUP), id="sent as a group"),
        pytest.param(message(text="Hi", chat=GROUP), id="title of a group"),
        pytest.param(message(text="Hi", author_signature="Amina"), id="signature"),
        pytest.param(message(text="Hi all", entities=[MENTION]), id="mention"),
        pytest.param(message(new_chat_members=[AMINA, AMINA]), id="members of a group"),
        pytest.param(message(users_shared={"users": [AMINA]}), id="shared users"),
        pytest.param(message(pinned_message=message()["message"]), id="message in a message"),
        pytest.param({"edited_message": message(text="Hello")["message"]}, id="edited"),
        pytest.param(
            {"callback_query": {"id": "1", "from": AMINA, "data": "s", **message(text="Hello")}},
            id="tap",
        ),
        pytest.param(
            {
                "my_chat_member": {
                    "from": AMINA,
                    "chat": HER_CHAT,
                    "new_chat_member": {"status": "member", "user": AMINA},
                    "invite_link": {"invite_link": "https://t.me/+yusuf", "creator": AMINA},
                }
            },
            id="blocked or unblocked",
        ),
        pytest.param({"poll_answer": {"poll_id": "1", "user": AMINA}}, id="poll answer"),
        pytest.param({"something_new": {"deep": [{"deeper": AMINA}]}}, id="a kind of the future"),
    ],
)
@pytest.mark.parametrize("exact_text", [False, True])
def test_no_name_or_number_of_a_person_is_kept(update: dict[str, Any], exact_text: bool) -> None:
    assert not NAMES_HER.search(json.dumps(kept(update, exact_text=exact_text)))


def test_a_first_name_is_a_dash_because_a_user_must_have_one() -> None:
    assert kept(message(text="Hello"))["message"]["from"] == {
        "id": 700123,
        "is_bot": False,
        "first_name": "-",
        "language_code": "en",
    }


def test_cleaning_leaves_the_update_itself_alone() -> None:
    update = message(text="I live at HP12 3HP")
    before = json.dumps(update)
    kept(update)
    assert json.dumps(update) == before


@pytest.mark.parametrize("name", ["photo", "voice", "video", "document", "sticker", "contact"])
def test_a_file_or_card_is_left_out_and_that_is_remembered(name: str) -> None:
    body = kept(message(**{name: {"file_id": "AgAC"}}))["message"]
    assert name not in body
    assert body["wardmote_left_out"] is True


@pytest.mark.parametrize("fields", [{"text": "Hello"}, {"text": "Yes", "reply_to_message": {}}])
def test_plain_words_are_not_remembered_as_a_file(fields: dict[str, Any]) -> None:
    assert "wardmote_left_out" not in kept(message(**fields))["message"]


BILAL = {"id": 555001, "is_bot": False, "first_name": "Bilal"}


@pytest.mark.parametrize(
    "fields",
    [
        {"forward_origin": {"type": "user", "sender_user": BILAL, "date": 1}},
        {"forward_from": BILAL},
        {"contact": {"phone_number": "1", "first_name": "Bilal", "user_id": 555001}},
        {"reply_to_message": {"message_id": 4, "from": BILAL}},
        {"external_reply": {"origin": {"type": "user", "sender_user": BILAL}}},
        {"users_shared": {"request_id": 1, "users": [{"user_id": 555001}]}},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_somebody_elses_number_at_telegram_is_not_kept(fields: dict[str, Any]) -> None:
    assert "555001" not in json.dumps(kept(message(text="Look", **fields)))


# Places


def test_a_location_is_rounded_to_about_a_hundred_metres() -> None:
    there = {"latitude": 51.628912, "longitude": -0.748765}
    location = kept(message(location=there))["message"]["location"]
    assert location == {"latitude": 51.629, "longitude": -0.749}


def test_of_a_location_only_the_place_is_kept() -> None:
    live = {"latitude": 51.63, "longitude": -0.75, "live_period": 2**52, "horizontal_accuracy": 1.5}
    location = kept(message(location=live))["message"]["location"]
    assert location == {"latitude": 51.63, "longitude": -0.75}


def test_of_a_kind_nobody_asked_for_its_number_alone_is_kept() -> None:
    there = {"latitude": 51.628912, "longitude": -0.748765}
    found = kept({"update_id": 91, "chosen_inline_result": {"from": AMINA, "location": there}})
    assert found == {"update_id": 91}


def test_what_telegram_may_add_to_a_message_is_not_kept() -> None:
    later = {"text": "Hello", "later_photo": {"duration": 2**52}, "gift_from": "Amina Yusuf"}
    found = kept(message(**later))["message"]
    assert found.keys() == {"message_id", "date", "from", "chat", "text"}


def test_a_venue_is_dropped() -> None:
    venue = {"title": "The Red Lion", "address": "1 High Street"}
    assert "High Street" not in json.dumps(kept(message(venue=venue)))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("HP12 3HP", "E05013131"),
        ("hp123hp", "E05013131"),
        ("I live at HP12-3HP, thanks", "I live at E05013131, thanks"),
        ("(Hp12  3hP)", "E05013131"),
        ("at home (Hp12  3hP)", "at home (E05013131)"),
        ("/start hp123hp", "/start E05013131"),
        ("HPI2 3HP", "E05013131"),
        ("HP12 3HP or HP10 0AA", "E05013131 or E05013162"),
        ("SW1A 1AA", "unknown"),
        ("sw1a1aa please", "unknown please"),
        ("HP12 3H", "malformed"),
    ],
)
def test_a_postcode_becomes_its_ward_or_a_word(text: str, stored: str) -> None:
    assert text_of(text) == stored


@pytest.mark.parametrize(
    "text", ["West Wycombe", "7", "the A40 by number 12", "HP12", "B4 we go", "hello"]
)
def test_words_that_hold_no_postcode_stay_as_they_are(text: str) -> None:
    assert text_of(text) == text


def test_a_postcode_in_a_caption_goes_too() -> None:
    assert kept(message(photo=[], caption="HP12 3HP"))["message"]["caption"] == "E05013131"


def test_an_answer_is_kept_exactly_as_written() -> None:
    answer = "The corner at HP12 3HP is dark."
    assert text_of(answer, exact_text=True) == answer


@pytest.mark.parametrize("exact_text", [False, True])
def test_a_nul_is_taken_out_because_no_database_holds_it(exact_text: bool) -> None:
    assert text_of("Dark\x00 corner", exact_text=exact_text) == "Dark corner"


def test_a_postcode_split_by_a_nul_is_still_a_postcode() -> None:
    assert text_of("HP12\x003HP") == "E05013131"


@st.composite
def typed_postcodes(draw: st.DrawFn) -> tuple[str, str]:
    postcode = draw(st.sampled_from(POSTCODES))
    gap = draw(st.text(alphabet=" -\t\n\u00a0", max_size=3))
    capitals = draw(st.lists(st.booleans(), min_size=len(postcode), max_size=len(postcode)))
    letters = [c if up else c.lower() for c, up in zip(postcode, capitals, strict=True)]
    before = draw(st.sampled_from(["", "I live at ", "(", "7 Mill Lane, ", "/start ", "home:"]))
    behind = draw(st.sampled_from(["", ".", ")", " thanks", ", near the mill", "\nAmina"]))
    return postcode, before + "".join(letters[:-3]) + gap + "".join(letters[-3:]) + behind


@given(typed_postcodes())
@settings(deadline=None)
def test_no_postcode_of_the_council_is_stored_however_it_is_typed(
    typed: tuple[str, str],
) -> None:
    postcode, text = typed
    stored = json.dumps(kept(message(text=text, caption=text)), ensure_ascii=False)
    assert postcode not in compact(stored)


@given(typed_postcodes())
@settings(deadline=None)
def test_a_typed_postcode_leads_to_its_own_ward(typed: tuple[str, str]) -> None:
    postcode, text = typed
    assert BUCKINGHAMSHIRE.postcodes[postcode] in text_of(text)


def test_a_postcode_of_nowhere_we_know_is_called_unknown() -> None:
    assert without_postcodes("HP12 3HP", lambda _: None) == "unknown"


# Taps


def test_of_a_tapped_message_only_which_one_it_was_is_kept() -> None:
    ours = message(text="Is HP12 3HP home?", reply_markup={"inline_keyboard": []})["message"]
    tap = kept({"callback_query": {"id": "8", "from": AMINA, "data": "p", "message": ours}})
    assert tap["callback_query"]["message"].keys() == {"message_id", "date", "chat"}
    assert tap["callback_query"]["data"] == "p"


# Whose it is


@pytest.mark.parametrize(
    ("update", "sender"),
    [
        (message(text="Hello"), (700123, 700123)),
        ({"update_id": 1, "edited_message": message()["message"]}, (700123, 700123)),
        (
            {"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 8}}}},
            (7, 8),
        ),
        ({"callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, (7, None)),
        ({"update_id": 1, "my_chat_member": {"from": {"id": 7}, "chat": {"id": 7}}}, (7, 7)),
        ({"update_id": 1, "message": {"from": {"id": 7}, "chat": {"id": -100}}}, (7, -100)),
        ({"update_id": 1, "channel_post": {"chat": {"id": -200}}}, (None, -200)),
        ({"update_id": 1, "poll": {"id": "3"}}, (None, None)),
        ({"update_id": 1, "something_new": {"from": "Amina", "chat": {"id": "7"}}}, (None, None)),
        ({"update_id": 1, "something_new": {"from": {"id": True}}}, (None, None)),
        ({"update_id": 1}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_who_sent_it_and_in_which_chat(
    update: dict[str, Any], sender: tuple[int | None, int | None]
) -> None:
    assert sender_of(update) == sender


def test_of_a_message_that_is_replied_to_only_its_number_is_kept() -> None:
    """W9."""
    original = {"message_id": 4, "from": BILAL, "text": "I am Bilal", "chat": {"id": 555001}}
    body = kept(message(text="Yes", reply_to_message=original))["message"]
    # The library reads no message without a date and a chat: the chat is the one it came from.
    number = {"message_id": 4, "date": 0, "chat": body["chat"]}
    assert body["reply_to_message"] == number
