"""What the emulator remembers across a restart."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest
from bot_side import BotSide, StillClock, keyboard
from made_pictures import png

from emulator import Emulator, Place, Poster, serve
from emulator.page import page_state

WARD = png(40, 30)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "emulator.db"


async def lived(file: Path, clock: StillClock, session: aiohttp.ClientSession) -> Emulator:
    """An emulator that has seen a little life, with a tap and a text still unconfirmed."""
    telegram = Emulator(clock=clock, path=file)
    async with serve(telegram) as site:
        bot = BotSide(session, f"{site.url}/bot{telegram.token}")
        amina = telegram.phone(first_name="Amina", language_code="pl")
        telegram.cast(amina, "Board member", "board")
        telegram.group("Park", members=[amina])
        amina.start()
        await bot.updates()
        await bot.updates()
        form = aiohttp.FormData({"chat_id": str(amina.user_id)})
        form.add_field("document", b"bytes", filename="a.csv", content_type="text/csv")
        async with session.post(f"{bot.root}/sendDocument", data=form) as answer:
            assert answer.status == 200
        await bot.do("setMyCommands", commands=[{"command": "help", "description": "Help"}])
        gone = await bot.do("sendMessage", chat_id=amina.user_id, text="Gone")
        await bot.do("deleteMessage", chat_id=amina.user_id, message_id=gone["message_id"])
        await bot.do(
            "sendMessage", chat_id=amina.user_id, text="Lighting?", reply_markup=keyboard(["Yes"])
        )
        amina.tap("Yes")
        amina.type("Hello")
    return telegram


async def test_people_chats_and_waiting_updates_survive(
    file: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    before = await lived(file, clock, session)
    before.close()
    after = Emulator(clock=clock, path=file)
    async with serve(after) as site:
        bot = BotSide(session, f"{site.url}/bot{after.token}")
        [old], [new] = before.phones.values(), after.phones.values()
        assert new.user.language_code == "pl"
        assert (new.user.label, new.user.side, new.user.started) == ("Board member", "board", True)
        assert [m.text for m in new.messages] == [m.text for m in old.messages]
        assert new.messages[1].document == old.messages[1].document
        assert [g.chat.title for g in after.groups.values()] == ["Park"]
        assert await bot.do("getMyCommands") == before.commands["default|"]
        tap, text = await bot.updates()
        assert text["message"]["text"] == "Hello"
        await bot.do("answerCallbackQuery", callback_query_id=tap["callback_query"]["id"])
        assert after.phone(first_name="Ben").user_id == old.user_id + 1
        new.type("Next")
        assert (await bot.updates())[0]["update_id"] == text["update_id"] + 1
    after.close()


async def test_the_face_of_the_bot_and_what_hangs_on_walls_survive(
    file: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    before = Emulator(clock=clock, path=file)
    before.posters = [Poster("Library", "lib")]
    before.places = [Place("Abbey", 51.6, -0.7)]
    before.note_place("Abbey", 12)
    async with serve(before) as site:
        bot = BotSide(session, f"{site.url}/bot{before.token}")
        await bot.do("setMyName", name="Neighbourhood chat")
        await bot.do("setMyDescription", description="O nas", language_code="pl")
        await bot.do("setChatMenuButton", menu_button={"type": "commands"})
    before.close()
    after = Emulator(clock=clock, path=file)
    assert (after.posters, after.places) == ([Poster("Library", "lib")], before.places)
    assert after.places[0].count == 12
    assert (after.profile, after.menu_buttons) == (before.profile, before.menu_buttons)
    assert after.bot.first_name == "Neighbourhood chat"
    after.close()


async def test_a_photo_opens_and_its_button_still_works(
    file: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    before = Emulator(clock=clock, path=file)
    amina = before.phone(first_name="Amina")
    before.cast(amina, "Officer", "officer")
    amina.start()
    async with serve(before) as site:
        form = aiohttp.FormData({"chat_id": str(amina.user_id)})
        form.add_field("reply_markup", json.dumps(keyboard(["Useful"])))
        form.add_field("photo", WARD, filename="ward.png", content_type="image/png")
        async with session.post(f"{site.url}/bot{before.token}/sendPhoto", data=form) as answer:
            file_id = (await answer.json())["result"]["photo"][-1]["file_id"]
    before.close()
    after = Emulator(clock=clock, path=file)
    again = after.phones[amina.user_id]
    assert page_state.state(after)["officers"] == page_state.state(before)["officers"] != []
    assert (again.user.label, again.user.side) == ("Officer", "officer")
    assert again.messages[-1].photo == WARD
    async with serve(after) as site:
        bot = BotSide(session, f"{site.url}/bot{after.token}")
        await bot.updates()
        await bot.updates()
        again.tap("Useful")
        assert (await bot.updates())[0]["callback_query"]["data"] == "useful"
        await bot.do("sendPhoto", chat_id=amina.user_id, photo=file_id)
    assert again.messages[-1].photo == WARD
    after.close()


async def test_a_file_of_an_older_emulator_is_read(
    file: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    (await lived(file, clock, session)).close()
    with closing(sqlite3.connect(file)) as old, old:
        old.execute("UPDATE users SET body = replace(body, '\"board\"', '\"staff\"')")
        old.execute("DELETE FROM settings WHERE name NOT IN ('commands', 'allowed')")
        old.execute("UPDATE messages SET body = json_remove(body, '$.image')")
    after = Emulator(clock=clock, path=file)
    [amina] = after.phones.values()
    assert amina.user.side == "board"
    assert (after.posters, after.places, after.profile) == ([], [], {})
    after.close()


async def test_confirmed_updates_do_not_come_back(
    file: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    before = await lived(file, clock, session)
    before.updates.clear()
    before.close()
    after = Emulator(clock=clock, path=file)
    assert after.idle
    after.close()


async def test_after_a_crash_no_number_is_given_out_twice(
    file: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    crashed = await lived(file, clock, session)
    [amina] = crashed.phones.values()
    lost = [amina.type(f"Lost {number}").message_id for number in range(2_500)]
    after = Emulator(clock=clock, path=file)
    assert after.next_message_id > max(lost)
    assert after.updates.next_id >= crashed.updates.next_id
    after.close()
    crashed.close()


def test_after_a_crash_no_person_gets_the_id_of_one_who_was_lost(
    file: Path, clock: StillClock
) -> None:
    crashed = Emulator(clock=clock, path=file)
    lost = {crashed.phone(first_name="Lost").user_id for _ in range(2_500)}
    after = Emulator(clock=clock, path=file)
    found = {after.phone(first_name="New").user_id for _ in range(10)}
    assert len(lost | found) == 2_510
    after.close()
    crashed.close()


def test_after_a_crash_no_tap_gets_an_older_ones_id(file: Path, clock: StillClock) -> None:
    crashed = Emulator(clock=clock, path=file)
    crashed.updates.allowed = frozenset({"message"})
    amina = crashed.phone(first_name="Amina")
    lost = {amina.tap_data(1, "x") for _ in range(2_500)}
    after = Emulator(clock=clock, path=file)
    assert after.new_query_id() not in lost
    after.close()
    crashed.close()


def test_without_a_path_nothing_is_kept(clock: StillClock) -> None:
    telegram = Emulator(clock=clock)
    telegram.flush()
    telegram.close()
    assert telegram.store is None
