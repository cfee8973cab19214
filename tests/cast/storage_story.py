"""Buckinghamshire on its first morning, and people who join; for SQLite and PostgreSQL tests."""

from datetime import timedelta

from content import library
from wardmote.demo.stage import ScriptedUser, Stage
from wardmote.demo.story import first_consultation

BUCKINGHAMSHIRE = library.load(library.council_directory("buckinghamshire"))
START = first_consultation(BUCKINGHAMSHIRE).opens_at + timedelta(hours=1)
SORRY = "We can't save answers just now."


async def joins(stage: Stage, name: str) -> ScriptedUser:
    hand = ScriptedUser(stage, stage.emulator.phone(name))
    await hand.start()
    await hand.taps("Start")
    await hand.taps("Yes")
    await hand.types("HP12 3HP")
    return hand


async def at_the_first_question(stage: Stage, name: str) -> ScriptedUser:
    hand = await joins(stage, name)
    await hand.taps("Answer now")
    return hand
