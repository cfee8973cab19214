"""The witness forgets no message of the bot's, edited or deleted, not even after a restart."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import aiohttp
from bot_side import BotSide, StillClock

from emulator import Edit, Emulator, Phone, Seen, serve


async def test_what_was_sent_edited_and_deleted_is_all_remembered(
    telegram: Emulator, amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    chat, began = {"chat_id": amina.user_id}, clock.now()
    one = (await bot.do("sendMessage", text="Question 1", **chat))["message_id"]
    clock.forward(seconds=5)
    await bot.do("editMessageText", message_id=one, text="Question 2", **chat)
    two = (await bot.do("sendMessage", text="Thank you", **chat))["message_id"]
    clock.forward(seconds=5)
    await bot.do("deleteMessage", message_id=one, **chat)
    amina.type("I wrote this myself")
    five, ten = began + timedelta(seconds=5), began + timedelta(seconds=10)
    assert telegram.witness.of(amina.user_id) == [
        Seen(one, "Question 1", began, (Edit("Question 2", five),), ten),
        Seen(two, "Thank you", five),
    ]
    assert telegram.witness.of(17) == []


async def test_messages_are_counted_by_chat_whatever_became_of_them(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    ben = telegram.phone(first_name="Ben")
    ben.start()
    chat = {"chat_id": amina.user_id}
    first = (await bot.do("sendMessage", text="Lights (1)", **chat))["message_id"]
    await bot.do("sendMessage", text="Lights (1), sent again", **chat)
    await bot.do("editMessageText", message_id=first, text="Lights (2)", **chat)
    await bot.do("deleteMessage", message_id=first, **chat)
    await bot.do("sendMessage", text="Lights (2)", chat_id=ben.user_id)
    assert telegram.witness.holding("Lights (1)") == {amina.user_id: 2}
    assert telegram.witness.holding("Lights (2)") == {amina.user_id: 1, ben.user_id: 1}
    assert telegram.witness.holding("Nobody said") == {}


async def test_the_witness_survives_a_restart(
    tmp_path: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    before = Emulator(clock=clock, path=tmp_path / "emulator.db")
    amina = before.phone(first_name="Amina")
    amina.start()
    async with serve(before) as site:
        bot = BotSide(session, f"{site.url}/bot{before.token}")
        chat = {"chat_id": amina.user_id}
        for text in ("Goes", "Stays", "Changes"):
            number = (await bot.do("sendMessage", text=text, **chat))["message_id"]
        await bot.do("editMessageText", message_id=number, text="Changed", **chat)
        await bot.do("deleteMessage", message_id=number - 2, **chat)
    before.close()
    after = Emulator(clock=clock, path=tmp_path / "emulator.db")
    assert after.witness.of(amina.user_id) == before.witness.of(amina.user_id)
    assert [seen.text for seen in after.witness.of(amina.user_id)] == ["Goes", "Stays", "Changes"]
    after.close()


async def test_a_message_older_than_the_witness_may_be_deleted(
    tmp_path: Path, clock: StillClock, session: aiohttp.ClientSession
) -> None:
    file = tmp_path / "emulator.db"
    before = Emulator(clock=clock, path=file)
    amina = before.phone(first_name="Amina")
    amina.start()
    async with serve(before) as site:
        bot = BotSide(session, f"{site.url}/bot{before.token}")
        chat = {"chat_id": amina.user_id}
        number = (await bot.do("sendMessage", text="Old", **chat))["message_id"]
    before.close()
    with closing(sqlite3.connect(file)) as old, old:
        old.execute("DROP TABLE seen")
    after = Emulator(clock=clock, path=file)
    assert after.witness.holding("Old") == {amina.user_id: 1}
    async with serve(after) as site:
        bot = BotSide(session, f"{site.url}/bot{after.token}")
        await bot.do("deleteMessage", message_id=number, **chat)
    assert [seen.deleted_at for seen in after.witness.of(amina.user_id)] == [clock.now()]
    after.close()


async def test_ten_thousand_chats_are_counted_in_no_time(telegram: Emulator) -> None:
    for number in range(10_000):
        chat = telegram.phone(first_name=f"Resident {number}").chat
        for text in ("Welcome", "An update about your ward", "Thank you"):
            telegram.keep(telegram.add_message(chat, telegram.bot, text=text), by_bot=True)
    began = time.process_time()
    assert len(telegram.witness.holding("your ward")) == 10_000
    assert time.process_time() - began < 1
