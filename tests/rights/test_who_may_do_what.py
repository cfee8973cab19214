"""Every command, button and typed word of staff, by everybody whose rights differ, at home and
elsewhere: each does what the table says, and none is missing from it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from about_oneself import GROUND
from rights_acts import FOR_ANYBODY, MORE_COMMANDS, TAPS, TYPED, says
from rights_people import NOTHING, YES, Act, Town, in_town

from bot.application import COMMANDS
from bot.handlers.buttons import BUTTONS
from content.library import Library
from engagement import errors
from engagement.broadcasts import refusals
from engagement.consultations import managing_refusals, shared_phone
from engagement.staff import reading_rights
from usecases.conversation.typed_words import Waiting

ACTS: Mapping[str, Act] = (
    {f"/{name}": says(f"/{name}") for name in COMMANDS}
    | MORE_COMMANDS
    | {f"button {name}": act for name, act in TAPS.items()}
    | {f"words {waiting}": act for waiting, act in TYPED.items()}
)


def table() -> dict[str, dict[str, str]]:
    """The cells of who_may.txt by row and column."""
    text = Path(__file__).with_name("who_may.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    (_, *columns), *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return {name: dict(zip(columns, cells, strict=True)) for name, *cells in rows}


def without_a_row(commands: Iterable[str], buttons: Iterable[str]) -> list[str]:
    """The handlers that the table says nothing about."""
    named = {" ".join(row.split()[:2]) if row[0] != "/" else row.split()[0] for row in table()}
    return sorted({*(f"/{c}" for c in commands), *(f"button {b}" for b in buttons)} - named)


@pytest.fixture
async def town(buckinghamshire: Library, tmp_path: Path, migrated: Path) -> AsyncIterator[Town]:
    shutil.copy(migrated, tmp_path / "wardmote.db")
    # The other boundaries count as those of before, so that people may be asked for their new ward.
    former = {
        code: ward.model_copy(update={"vintage": 2011})
        for code, ward in buckinghamshire.former.items()
    }
    council = buckinghamshire.council.model_copy(
        update={"equality_questions": GROUND, "shared_phones": True}
    )
    library = replace(buckinghamshire, former=former, council=council)
    async with in_town(library, tmp_path) as here:
        yield here


async def test_everybody_may_do_what_the_table_says_and_nothing_else(town: Town) -> None:
    expected, found = table(), dict[str, dict[str, str]]()
    for name, act in ACTS.items():
        found[name] = {who: await town.outcomes(who, act) for who in town.people}
    different = {
        f"{name}, {who}": f"{outcome}, not {expected.get(name, {}).get(who)}"
        for name, row in found.items()
        for who, outcome in row.items()
        if expected.get(name, {}).get(who) != outcome
    }
    assert different == {}
    assert expected.keys() == found.keys()


@pytest.mark.parametrize("who", ["board member", "operator"])
async def test_a_duty_that_nothing_uses_yet_opens_nothing(town: Town, who: str) -> None:
    expected = table()
    await town.give_unused_duties(who)
    changed = {
        name: outcome
        for name, act in ACTS.items()
        if (outcome := await town.outcomes(who, act)) != expected[name][who]
    }
    assert changed == {}


def test_no_command_and_no_button_is_without_a_row() -> None:
    assert without_a_row(COMMANDS, BUTTONS) == []


def test_a_new_command_or_button_without_a_row_is_found() -> None:
    new = without_a_row([*COMMANDS, "vote"], [*BUTTONS, "zz"])
    assert new == ["/vote", "button zz"]


def test_words_that_act_for_staff_have_a_row_each() -> None:
    """Whatever waits for words is either for anybody, or has a row."""
    anybodys = {
        Waiting.COMPLAINT,
        Waiting.OTHER_WARD,
        Waiting.JOINING,
        Waiting.QUESTION,
        Waiting.PLACE,
        Waiting.CELEBRATION,
        Waiting.FORGETTING,
        Waiting.NOTHING,
    }
    assert anybodys == FOR_ANYBODY
    assert {f"words {waiting}" for waiting in TYPED} <= table().keys()


def test_the_table_names_only_refusals_that_there_are() -> None:
    cells = {cell for row in table().values() for cell in row.values()}
    named = {part.removeprefix("elsewhere ") for cell in cells for part in cell.split(", ")}
    known = {**vars(errors), **vars(refusals), **vars(managing_refusals)} | vars(reading_rights)
    known |= vars(shared_phone)
    unknown = [
        name
        for name in named - {YES, NOTHING}
        if not issubclass(known.get(name, object), errors.Refusal)
    ]
    assert unknown == []
