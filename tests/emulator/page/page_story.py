"""A small story for the page: three people, a crowd on a map, and a bot that answers by script."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from bot_side import BotSide, keyboard
from made_pictures import png

from emulator import Crowd, Emulator, Member, Move, MoveKind, Outlines, Phone, Place, Poster, serve

WARDS = [
    Place("Abbey", 51.618, -0.760, 41),
    Place("Booker, Cressex and Castlefield", 51.622, -0.775, 88),
    Place("West Wycombe", 51.645, -0.801, 9),
    Place("Terriers and Amersham Hill", 51.641, -0.735, 23),
    Place("Chesham", 51.706, -0.612, 130),
    Place("Buckingham East", 51.999, -0.978, 17),
    Place("Aylesbury North", 51.823, -0.815, 64),
    Place("Iver", 51.521, -0.508, 0),
]
ABBEY = (((51.610, -0.775), (51.628, -0.775), (51.628, -0.745), (51.610, -0.745)),)
SHIRE = (((51.48, -1.14), (52.2, -1.14), (52.2, -0.48), (51.48, -0.48)),)
CREDIT = "Contains OS data © Crown copyright and database right 2022"
LONG = "Booker, Cressex and Castlefield, and everybody who lives behind the old paper mill there"
SHORT = "News about plans for your ward, and short questions about them."
ABOUT = f"{SHORT}\n\nIt's free, and you can stop at any time. We don't keep your name."
QUESTION = "<b>1 of 4.</b> How safe do you feel walking in your area after dark?"
URDU = "آپ کا جواب محفوظ ہو گیا ہے۔ شکریہ۔ رسید: K7Q-4MD"


@dataclass
class Story:
    """Who and what is on stage."""

    telegram: Emulator
    bot: BotSide
    url: str
    resident: Phone
    member: Phone
    officer: Phone
    crowd: Crowd


def neighbour(member: Member, dice: random.Random) -> Move | None:
    """Says hello once, some time within the hour."""
    return None if member.phone.messages else Move(MoveKind.START, after=dice.uniform(0, 3_600))


@asynccontextmanager
async def told() -> AsyncIterator[Story]:
    """The story, served, with the crowd alive, until the block ends."""
    telegram = Emulator()
    telegram.places = [Place(p.label, p.latitude, p.longitude, p.count) for p in WARDS]
    telegram.outlines = Outlines({"Abbey": ABBEY}, (SHIRE,), CREDIT)
    telegram.posters = [Poster("In a library: Abbey", "abbey"), Poster("At the hub", "hub")]
    names = [("Amina", "resident"), ("Sue, board member", "board"), ("Tom, officer", "officer")]
    phones = [telegram.phone(first_name=name) for name, _ in names]
    for phone, (name, side) in zip(phones, names, strict=True):
        telegram.cast(phone, name, side)  # type: ignore[arg-type]  (the names of sides)
        phone.start()
    crowd = telegram.crowd = Crowd(telegram, neighbour)
    for number in range(40):
        crowd.add(telegram.phone(first_name=f"Neighbour {number + 1}"), {})
    stop = asyncio.Event()
    async with serve(telegram) as site, aiohttp.ClientSession() as session:
        bot = BotSide(session, f"{site.url}/bot{telegram.token}")
        story = Story(telegram, bot, site.url, *phones, crowd)
        await _speaks(story)
        async with asyncio.TaskGroup() as group:
            group.create_task(crowd.run(stop))
            yield story
            stop.set()


async def _speaks(story: Story) -> None:
    """What the bot has said before anybody opens the page."""
    bot, resident, member, officer = story.bot, story.resident, story.member, story.officer
    await bot.do("setMyName", name="Buckinghamshire neighbourhood chat")
    await bot.do("setMyDescription", description=ABOUT)
    await bot.do("setMyDescription", description="O planach w Twojej okolicy.", language_code="pl")
    await bot.do("setMyShortDescription", short_description=SHORT)
    everybody = [("help", "What I can do"), ("mine", "My answers, and changing them")]
    await bot.do("setMyCommands", commands=commands(everybody))
    polish = [("help", "Co umiem"), ("mine", "Moje odpowiedzi")]
    await bot.do("setMyCommands", commands=commands(polish), language_code="pl")
    await bot.do(
        "setMyCommands",
        commands=commands([*everybody, ("send", "Write to your wards")]),
        scope={"type": "chat", "chat_id": member.user_id},
    )
    html = {"parse_mode": "HTML"}
    marks = keyboard(["1", "2", "3", "4", "5"], ["Back", "Skip this one"])
    await bot.do("sendMessage", chat_id=resident.user_id, text=QUESTION, reply_markup=marks, **html)
    resident.tap("3")
    resident.type("The alley behind the shops is pitch black")
    await bot.do(
        "sendMessage", chat_id=resident.user_id, text=URDU, reply_markup=keyboard(["جی ہاں"])
    )
    preview = "<b>This is what people will get:</b>\nThe new lamps are on from Monday."
    long = [{"text": LONG, "callback_data": "wards"}]
    rows = {
        "inline_keyboard": [
            long,
            *keyboard(["Send to 143 people"], ["Change", "Cancel"])["inline_keyboard"],
        ]
    }
    member.type("/send")
    await bot.do("sendMessage", chat_id=member.user_id, text=preview, reply_markup=rows, **html)
    await sends_photo(story, officer, "Abbey: what 41 people said")
    await sends_document(story, officer)


def commands(listed: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"command": name, "description": about} for name, about in listed]


async def sends_photo(story: Story, phone: Phone, caption: str) -> None:
    form = aiohttp.FormData({"chat_id": str(phone.user_id), "caption": caption})
    form.add_field("reply_markup", json.dumps(keyboard(["Useful", "Not for me"])))
    form.add_field("photo", png(640, 360), filename="ward.png", content_type="image/png")
    async with story.bot.session.post(f"{story.bot.root}/sendPhoto", data=form) as answer:
        assert (await answer.json())["ok"]


async def sends_document(story: Story, phone: Phone) -> None:
    form = aiohttp.FormData({"chat_id": str(phone.user_id), "caption": "All responses."})
    form.add_field("document", b"ward,answer\n", filename="responses.csv", content_type="text/csv")
    async with story.bot.session.post(f"{story.bot.root}/sendDocument", data=form) as answer:
        assert (await answer.json())["ok"]
