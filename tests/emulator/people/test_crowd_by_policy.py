"""A crowd taps by a policy; the same seed gives the same taps."""

import asyncio
import random
from collections import Counter

import aiohttp
from bot_side import BotSide, StillClock, keyboard

from emulator import Crowd, Emulator, Member, Move, MoveKind, Phone, serve

QUESTIONS = ("Lighting?", "Parks?", "Buses?")


def neighbour(member: Member, dice: random.Random) -> Move | None:
    """Starts the bot and answers every question by chance."""
    if not member.phone.messages:
        return Move(MoveKind.START, after=dice.uniform(0, 60))
    shown = member.phone.keyboard_message
    if shown is None:
        return None
    labels = [button.text for row in shown.buttons for button in row]
    label = dice.choice(labels)
    return Move(MoveKind.TAP, label, after=dice.uniform(1, 20), note={"meant": label})


class Questioner:
    """A small bot: asks the questions one by one, in place, and counts the answers."""

    def __init__(self, bot: BotSide) -> None:
        self.bot = bot
        self.answers: Counter[tuple[str, str]] = Counter()
        self.busy = False

    async def run(self) -> None:
        while True:
            batch = await self.bot.updates(timeout=20)
            self.busy = bool(batch)
            for update in batch:
                await (self._tap if "callback_query" in update else self._begin)(update)
            self.busy = False

    async def _begin(self, update: dict[str, dict[str, dict[str, int]]]) -> None:
        chat_id = update["message"]["chat"]["id"]
        markup = keyboard(["Yes", "No"])
        await self.bot.do("sendMessage", chat_id=chat_id, text=QUESTIONS[0], reply_markup=markup)

    async def _tap(self, update: dict[str, dict[str, object]]) -> None:
        query = update["callback_query"]
        message = query["message"]
        assert isinstance(message, dict)
        self.answers[message["text"], str(query["data"])] += 1
        here = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        step = QUESTIONS.index(message["text"]) + 1
        if step < len(QUESTIONS):
            more = {"reply_markup": keyboard(["Yes", "No"])}
            await self.bot.do("editMessageText", **here, text=QUESTIONS[step], **more)
        else:
            await self.bot.do("editMessageText", **here, text="Thank you")
        await self.bot.do("answerCallbackQuery", callback_query_id=query["id"])


async def evening(size: int, seed: int = 7) -> tuple[Crowd, Questioner, Emulator]:
    """A crowd and the small bot live until nobody has anything left to do."""
    clock = StillClock()
    telegram = Emulator(clock=clock)
    crowd = Crowd(telegram, neighbour, seed=seed)
    for number in range(size):
        crowd.add(telegram.phone(first_name=f"Neighbour {number}"), {})
    stop = asyncio.Event()
    async with serve(telegram) as site, aiohttp.ClientSession() as session:
        small = Questioner(BotSide(session, f"{site.url}/bot{telegram.token}"))
        async with asyncio.TaskGroup() as group:
            polling = group.create_task(small.run())
            living = group.create_task(crowd.run(stop))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            while True:
                await telegram.settled()
                if small.busy:
                    await telegram.changed()
                elif not clock.wake_next():
                    break
            stop.set()
            await living
            polling.cancel()
    return crowd, small, telegram


async def test_the_bot_counts_what_the_crowd_tapped() -> None:
    crowd, small, _ = await evening(20)
    tapped = Counter(
        (entry.message_text, entry.button_label.lower())
        for entry in crowd.log
        if entry.kind is MoveKind.TAP
    )
    assert small.answers == tapped
    assert tapped.total() == 20 * len(QUESTIONS)
    assert all(entry.note["meant"] == entry.button_label for entry in crowd.log if entry.note)


async def test_the_same_seed_gives_the_same_evening() -> None:
    first, _, _ = await evening(12)
    second, _, _ = await evening(12)
    other, _, _ = await evening(12, seed=8)
    assert first.log == second.log
    assert first.log != other.log


async def test_two_hundred_people_do_not_take_long() -> None:
    async with asyncio.timeout(8):
        _, _, telegram = await evening(200)
    assert telegram.calls["editMessageText"] == 200 * len(QUESTIONS)


async def test_someone_deciding_keeps_the_emulator_busy(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    crowd = Crowd(telegram, lambda member, dice: None)
    crowd.add(amina, {})
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(crowd.run(stop))
        await asyncio.sleep(0.01)
        assert crowd.idle
        await bot.do("sendMessage", chat_id=amina.user_id, text="News")
        amina.chat.bot_acted.ring()
        assert not crowd.idle
        assert not telegram.idle
        await telegram.settled()
        stop.set()


async def test_a_tap_on_a_message_that_changed_meanwhile_is_thought_over(
    telegram: Emulator, amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    asked: list[str] = []

    def ponder(member: Member, dice: random.Random) -> Move | None:
        shown = member.phone.keyboard_message
        assert shown is not None
        asked.append(shown.text)
        return Move(MoveKind.TAP, "Yes", after=5) if len(asked) < 3 else None

    sent = await bot.do(
        "sendMessage", chat_id=amina.user_id, text="Old", reply_markup=keyboard(["Yes"])
    )
    crowd = Crowd(telegram, ponder)
    crowd.add(amina, {})
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(crowd.run(stop))
        await asyncio.sleep(0.01)
        here = {"chat_id": amina.user_id, "message_id": sent["message_id"]}
        await bot.do("editMessageText", **here, text="New", reply_markup=keyboard(["Yes"]))
        for _ in range(2):
            clock.wake_next()
            await asyncio.sleep(0.01)
        stop.set()
    assert asked[:2] == ["Old", "New"]
    assert [entry.message_text for entry in crowd.log] == ["New"]


async def test_people_leave_and_block(telegram: Emulator, amina: Phone, clock: StillClock) -> None:
    crowd = Crowd(telegram, lambda member, dice: Move(MoveKind.BLOCK, after=2))
    crowd.add(amina, {})
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(crowd.run(stop))
        await asyncio.sleep(0.01)
        clock.wake_next()
        await asyncio.sleep(0.01)
        stop.set()
    assert amina.user.blocked
    assert [entry.kind for entry in crowd.log] == [MoveKind.BLOCK]
