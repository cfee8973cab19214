"""/status names what nobody could approve: a file of answers, or an opening."""

from pathlib import Path

from company import Neighbourhood, Person
from unopened import real, unopened

from content.library import Library
from engagement.staff.rights import Role

FILES = "Fewer than two officers or administrators for all wards can be reached."
OPENINGS = "Fewer than two people can be reached who can open these questions: "


async def _says(person: Person) -> tuple[bool, bool]:
    said = await person.types("/status")
    named = said.partition(OPENINGS)[2]
    return FILES in said, "What should come first in your area?" in named


async def test_an_officer_alone_can_have_neither_a_file_nor_questions_opened(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    async with unopened(real(buckinghamshire), tmp_path) as hood:
        operator = await hood.staff(Role.OPERATOR, label="Ops")
        assert await _says(operator) == (False, True)
        await hood.officer("Olga")
        assert await _says(operator) == (True, True)
        oscar = await hood.officer("Oscar")
        assert await _says(operator) == (False, False)
        oscar.phone.block()
        await hood.stage.settle()
        assert await _says(operator) == (True, True)


async def test_questions_that_have_opened_need_nobody_more(hood: Neighbourhood) -> None:
    olga = await hood.staff(Role.ADMINISTRATOR, label="Olga")
    assert await _says(olga) == (True, False)
