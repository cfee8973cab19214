"""What the emulator remembers across a restart."""

from pathlib import Path

import aiohttp
import pytest
from bot_side import BotSide, StillClock, keyboard

from emulator import Emulator, serve


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "emulator.db"


async def lived(file: Path, clock: StillClock, session: aiohttp.ClientSession) -> Emulator:
    """An emulator that has seen a little life, with a tap and a text still unconfirmed."""
    telegram = Emulator(clock=clock, path=file)
    async with serve(telegram) as site:
        bot = BotSide(session, f"{site.url}/bot{telegram.token}")
        amina = telegram.phone(first_name="Amina", language_code="pl")
        telegram.cast(amina, "Board member", "staff")
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
        assert (new.user.label, new.user.side, new.user.started) == ("Board member", "staff", True)
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


def test_without_a_path_nothing_is_kept(clock: StillClock) -> None:
    telegram = Emulator(clock=clock)
    telegram.flush()
    telegram.close()
    assert telegram.store is None
