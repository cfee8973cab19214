"""Service messages, moving locations, albums, bots, groups: what gets no reply, or only one."""

import json

import pytest
from bot_api_spec import SPEC
from company import Neighbourhood, Person
from raw_updates import command, message

SERVICE = (
    {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
    {"write_access_allowed": {"from_request": True}},
    {"pinned_message": {"message_id": 1, "date": 1_662_400_000, "text": "an old one"}},
    {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "x"}}},
    {"web_app_data": {"data": "x", "button_text": "y"}},
    {"users_shared": {"request_id": 1, "users": [{"user_id": 7}]}},
    {"a_service_of_next_year": {"some": "thing"}},
)
WORDS_OR_CONTENT = frozenset(
    {
        *("text", "caption", "rich_message", "location"),
        *("animation", "audio", "checklist", "contact", "dice", "document", "game", "live_photo"),
        *("paid_media", "photo", "poll", "sticker", "story", "venue", "video", "video_note"),
        *("voice", "message_id", "from", "chat", "date"),
    }
)
"""Fields of a message without which it is nothing that a person could have meant to say."""


@pytest.mark.parametrize("fields", SERVICE, ids=lambda fields: next(iter(fields)))
async def test_a_service_message_gets_no_reply(
    amina: Person, fields: dict[str, dict[str, object]]
) -> None:
    """T1."""
    await amina.taps("Answer now")
    said = len(amina.from_bot)
    amina.phone.service_message(dict(fields))
    await amina.settles()
    assert len(amina.from_bot) == said


@pytest.mark.skipif(not SPEC.exists(), reason="the Bot API's specification is not here")
async def test_no_service_message_of_the_bot_api_gets_a_reply(amina: Person) -> None:
    """T1: each field of a message that is neither words nor anything a person can send."""
    described = json.loads(SPEC.read_text())["types"]["Message"]["fields"]
    names = {field["name"] for field in described} - WORDS_OR_CONTENT
    assert len(names) > 52
    said = len(amina.from_bot)
    for name in sorted(names - {"forward_origin", "via_bot", "is_automatic_forward"}):
        amina.phone.service_message({name: {"some": "thing"}})
    await amina.settles()
    assert len(amina.from_bot) == said


async def test_a_live_location_that_moves_gets_one_reply(hood: Neighbourhood) -> None:
    """T1: while a ward is being chosen, and when none is."""
    person = hood.stranger()
    await person.start()
    await person.taps("Start")
    await person.taps("Yes")
    shared = person.phone.share_live_location(51.6238, -0.7613, 900)
    assert "Which of these is home?" in await person.settles()
    said = len(person.from_bot)
    for step in range(8):
        person.phone.move(shared.message_id, 51.6238 + step / 1000, -0.7613)
    await person.settles()
    assert len(person.from_bot) == said


async def test_what_a_bot_sends_gets_no_reply_and_does_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    """T1."""
    user = amina.phone.user_id
    bot = {"id": user, "is_bot": True, "first_name": "A bot"}
    said = len(amina.from_bot)
    for odd in (command(user, "/stop"), message(user), message(user, text=None, photo=[{}])):
        odd["message"] = {**odd["message"], "from": bot}  # type: ignore[dict-item]
        hood.stage.emulator.push(odd)
        hood.stage.emulator.push({"edited_message": odd["message"]})
    await amina.settles()
    assert len(amina.from_bot) == said


async def test_an_album_gets_one_reply(amina: Person) -> None:
    """T2."""
    said = len(amina.from_bot)
    amina.phone.send_album(4, caption="The alley behind the shops")
    await amina.settles()
    assert len(amina.from_bot) == said + 1
    assert "can't use photos" in amina.sees
    amina.phone.send_album(2)
    await amina.settles()
    assert len(amina.from_bot) == said + 2


@pytest.mark.parametrize("where", ["Answer now", "/complain", "/help"])
async def test_words_under_a_photo_are_said_not_to_be_kept(amina: Person, where: str) -> None:
    """ "Nothing is lost" was said, and the words under the photo were."""
    await (amina.types(where) if where.startswith("/") else amina.taps(where))
    amina.phone.send_photo("The lamp in our alley is broken")
    said = await amina.settles()
    assert "can't use photos, voice or files" in said
    assert "nor the words under it. Please send the words again" in said
    amina.phone.send_photo()
    said = await amina.settles()
    assert "Please use words or buttons" in said
    assert "under it" not in said
    assert amina.said_by_bot("Nothing is lost") == 0


async def test_an_unblock_notice_while_joining_changes_nothing(hood: Neighbourhood) -> None:
    """T7."""
    person = hood.stranger()
    await person.start()
    await person.taps("Start")
    person.phone._bot_is("kicked", blocked=True)
    person.phone.user.blocked = False
    await person.settles()
    await person.start()
    hood.stage.emulator.queue_update("my_chat_member", _unblocked(person))
    await person.settles()
    assert "13 or over" in await person.taps("Start")


def _unblocked(person: Person) -> dict[str, object]:
    user = {"id": person.phone.user_id, "is_bot": False, "first_name": "Sam"}
    bot = {"id": 123456, "is_bot": True, "first_name": "Bot"}
    return {
        "chat": {"id": person.phone.user_id, "type": "private", "first_name": "Sam"},
        "from": user,
        "date": 1_662_400_000,
        "old_chat_member": {"status": "kicked", "user": bot, "until_date": 0},
        "new_chat_member": {"status": "member", "user": bot},
    }


async def test_in_a_group_our_command_is_answered_in_its_topic(
    hood: Neighbourhood, amina: Person
) -> None:
    """T6."""
    group = hood.stage.emulator.group("Neighbours", [amina.phone])
    topic = group.open_topic()
    group.type(amina.phone, "/start@WardmoteDemoBot", topic)
    await amina.settles()
    (reply,) = [m for m in group.messages if m.from_bot]
    assert "continue in private" in reply.text
    assert reply.extra["message_thread_id"] == topic


async def test_a_reply_to_a_closed_topic_goes_to_the_group(
    hood: Neighbourhood, amina: Person
) -> None:
    """T6."""
    group = hood.stage.emulator.group("Neighbours", [amina.phone])
    topic = group.open_topic()
    group.type(amina.phone, "/start@WardmoteDemoBot", topic)
    group.chat.topics.clear()
    await amina.settles()
    assert len([m for m in group.messages if m.from_bot]) == 1


@pytest.mark.parametrize("text", ["/start@other_bot", "/pizza", "hello @WardmoteDemoBot", "/"])
async def test_in_a_group_nothing_else_is_answered(
    hood: Neighbourhood, amina: Person, text: str
) -> None:
    """T6."""
    group = hood.stage.emulator.group("Neighbours", [amina.phone], privacy=False)
    group.type(amina.phone, text)
    await amina.settles()
    assert not [m for m in group.messages if m.from_bot]


@pytest.mark.parametrize(
    "fields",
    [
        {
            "is_automatic_forward": True,
            "sender_chat": {"id": -100, "type": "channel", "title": "C"},
        },
        {"forward_origin": {"type": "channel", "chat": {"id": -100, "type": "channel"}, "date": 1}},
        {"edit_date": 1_662_400_009},
    ],
    ids=lambda fields: next(iter(fields)),
)
async def test_in_a_group_a_channels_post_and_an_edit_are_not_answered(
    hood: Neighbourhood, amina: Person, fields: dict[str, object]
) -> None:
    """T6."""
    group = hood.stage.emulator.group("Neighbours", [amina.phone])
    pushed = command(amina.phone.user_id, "/start")["message"]
    assert isinstance(pushed, dict)
    pushed |= {"chat": {"id": group.chat_id, "type": "supergroup", "title": "N"}, **fields}
    hood.stage.emulator.push({"edited_message" if "edit_date" in fields else "message": pushed})
    await amina.settles()
    assert not [m for m in group.messages if m.from_bot]


async def test_forwarded_words_are_no_answer(amina: Person) -> None:
    """T9."""
    await amina.taps("Answer now")
    amina.phone.forward("3", "A neighbour")
    assert "it may be somebody else's words" in await amina.settles()
    assert (await amina.types("3")).startswith("2 of 4.")


async def test_a_forwarded_command_does_nothing(hood: Neighbourhood, amina: Person) -> None:
    """T9."""
    user = amina.phone.user_id
    forwarded = command(user, "/stop")["message"]
    assert isinstance(forwarded, dict)
    origin = {"type": "hidden_user", "sender_user_name": "Sam", "date": 1_662_400_000}
    hood.stage.emulator.push({"message": {**forwarded, "forward_origin": origin}})
    assert "it may be somebody else's words" in await amina.settles()
    assert amina.said_by_bot("You've stopped") == 0


async def test_staff_may_forward_what_they_send_on(hood: Neighbourhood, amina: Person) -> None:
    """T9."""
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    member.phone.forward("The lamps are on.", "A colleague")
    assert "The lamps are on." in await member.settles()
    assert "To fewer than 10 people" in member.sees


async def test_a_rich_message_is_no_photo(amina: Person) -> None:
    """T9."""
    await amina.taps("Answer now")
    block = {"type": "paragraph", "text": "More lamps"}
    amina.phone.service_message({"rich_message": {"blocks": [block]}})
    assert "headings, lists or tables" in await amina.settles()
