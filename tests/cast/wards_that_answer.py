"""Many people of several wards who answer, written straight into the rows."""

from __future__ import annotations

import random
from collections.abc import Mapping

from storage_desk import SLUG, Desk
from storage_neighbours import NOW, VINTAGE, Neighbour, move_in

from engagement.consultations.shared_phone import Mode
from engagement.consultations.survey import ResponseState
from storage.consultations import answers, responses
from storage.engine.database import Database, Transaction

OPTIONS = {
    "first_theme": ("jobs", "public_realm", "better_off"),
    "taking_part": ("paper", "plain_words", "meetings_nearby", "evenings_weekends"),
    "easy_to_find_out": (1, 2, 3, 4, 5),
}


async def all_answer(
    desk: Desk, database: Database, people: Mapping[str, int], *, seed: int = 5, first: int = 100
) -> set[int]:
    """So many people of each ward answer some of the questions; every ninth is on somebody else's
    phone, and some change their minds. Returns the ids of those on their own phone."""
    draw, own, n = random.Random(seed), set(), first
    async with database.write() as tx:
        for ward, count in people.items():
            for _ in range(count):
                n += 1
                mode = Mode.CHAT if n % 9 else Mode.SHARED_PHONE
                await _answers(tx, desk, Neighbour(n), ward, mode, draw)
                if mode is Mode.CHAT:
                    own.add(Neighbour(n).resident)
    return own


async def _answers(
    tx: Transaction, desk: Desk, who: Neighbour, ward: str, mode: Mode, draw: random.Random
) -> None:
    await move_in(tx, who, ward=ward)
    await responses.begin(
        tx,
        resident=who.resident,
        consultation=SLUG,
        ward=ward,
        vintage=VINTAGE,
        version_id=desk.version_id,
        position="first_theme",
        receipt=f"R{who.number}",
        now=NOW,
        mode=mode,
    )
    given = [("own_words", "More lamps, please")]
    for question, options in OPTIONS.items():
        for _ in range(draw.choice((0, 1, 1, 1, 1, 1, 2))):
            value = draw.choices(options, [6, 3, *[2] * (len(options) - 2)])[0]
            if question == "taking_part":
                value = tuple(draw.sample(options, draw.randint(1, 3)))
            given.append((question, value))
    for place, (question, value) in enumerate(given):
        await answers.save(
            tx,
            resident=who.resident,
            consultation=SLUG,
            ward=ward,
            question=desk.consultation.question(question),
            value=value,
            replaces=any(question == before for before, _ in given[:place]),
            version_id=desk.version_id,
            now=NOW,
        )
    done = ResponseState.COMPLETE
    await responses.move(tx, who.resident, SLUG, position=None, state=done, now=NOW)
