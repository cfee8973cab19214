"""Buckinghamshire on its first morning, and people who join, for stories told on a server too."""

from datetime import timedelta

from content import library
from wardmote.demo.stage import Hand, Stage
from wardmote.demo.tour import first_consultation

BUCKINGHAMSHIRE = library.load(library.council_directory("buckinghamshire"))
START = first_consultation(BUCKINGHAMSHIRE).opens_at + timedelta(hours=1)
SORRY = "We can't save answers just now."


async def joins(stage: Stage, name: str) -> Hand:
    hand = Hand(stage, stage.emulator.phone(name))
    await hand.start()
    await hand.taps("Start")
    await hand.taps("Yes")
    await hand.types("HP12 3HP")
    return hand


async def at_the_first_question(stage: Stage, name: str) -> Hand:
    hand = await joins(stage, name)
    await hand.taps("Answer now")
    return hand
