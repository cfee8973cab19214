"""A council that asks people about themselves, and what is kept of that."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from company import Neighbourhood, Person, answers_all
from kill_and_look_inside import rows

from content.schema.council import EqualityQuestions
from engagement.consultations.receipt import base36

OFFER = "Answer five optional questions"
GROUND = EqualityQuestions(
    lawful_condition="Data Protection Act 2018, Schedule 1, paragraph 8",
    policy_document="Appropriate policy document, 2022",
    policy_link="https://council.example/policy",
)


def asks_equality(hood: Neighbourhood, **changes: Any) -> None:
    """The council has turned the questions on."""
    world = hood.stage.service.world
    fields = {"equality_questions": GROUND, **changes}
    council = world.library.council.model_copy(update=fields)
    world.renew(replace(world.library, council=council), world.loaded)


async def reaches_the_offer(person: Person) -> str:
    """Somebody answers everything, and says how many messages they want; return the offer."""
    await answers_all(person)
    return await person.taps("Up to three")


async def begins(person: Person) -> str:
    """Somebody answers everything, and says that they are old enough."""
    await reaches_the_offer(person)
    await person.taps(OFFER)
    return await person.taps("Yes, I'm 16 or over")


async def kept(hood: Neighbourhood) -> dict[str, str]:
    """What is kept, by question, of one person."""
    found = await rows(hood, "SELECT question, answer FROM equality_answers")
    return {str(row[0]): str(row[1]) for row in found}


def code(hood: Neighbourhood, which: str = "local-priorities") -> str:
    """The code of a consultation, as buttons carry it."""
    return base36(hood.stage.service.world.loaded.consultation_codes[which])
