"""Which edition of the privacy notice somebody said yes to, and that a change is told once."""

import shutil
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import takes_up
from sqlalchemy import select

from content.library import council_directory
from storage.people.contacts import contacts


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the council's folder, for somebody to edit."""
    return Path(shutil.copytree(council_directory("buckinghamshire"), tmp_path / "edited"))


async def changes_the_notice(hood: Neighbourhood, folder: Path) -> None:
    council = folder / "council.yaml"
    said = council.read_text()
    assert "What we keep." in said
    council.write_text(said.replace("What we keep.", "What we keep of you.", 1))
    await takes_up(hood, folder)


async def agreed(hood: Neighbourhood, person: Person) -> tuple[str | None, bool]:
    async with hood.stage.service.database.read() as tx:
        query = select(contacts.c.notice, contacts.c.agreed_at)
        row = (await tx.execute(query.where(contacts.c.chat_id == person.phone.user_id))).one()
    return row.notice, row.agreed_at is not None


async def test_the_edition_is_stored_with_the_yes(hood: Neighbourhood, amina: Person) -> None:
    privacy = hood.library.council.privacy
    assert await agreed(hood, amina) == (privacy.edition, True)
    assert privacy.edition.startswith(privacy.version.isoformat())


async def test_it_is_the_edition_they_said_yes_to_though_it_changed_before_they_were_in(
    hood: Neighbourhood, edited: Path
) -> None:
    before = hood.library.council.privacy.edition
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await changes_the_notice(hood, edited)
    await sam.taps("Yes")
    await sam.types("HP12 3HP")
    assert await agreed(hood, sam) == (before, True)
    assert hood.stage.service.world.library.council.privacy.edition != before


async def test_a_mistaken_no_keeps_the_edition(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await sam.taps("No")
    await sam.taps("I tapped No by mistake")
    await sam.taps("Yes")
    await sam.types("HP12 3HP")
    assert await agreed(hood, sam) == (hood.library.council.privacy.edition, True)


async def test_staff_who_join_as_residents_say_yes_too(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    assert await agreed(hood, member) == (None, False)
    await member.start()
    await member.taps("Start")
    await member.taps("Yes")
    await member.types("Chesham")
    assert await agreed(hood, member) == (hood.library.council.privacy.edition, True)


async def test_a_changed_notice_is_told_once_when_they_come_back(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    told = "Our privacy notice has changed"
    assert told not in await amina.start()
    await changes_the_notice(hood, edited)
    assert told in await amina.start()
    assert "What we keep of you" in await amina.taps("More about privacy")
    assert told not in await amina.start()


async def test_the_edition_is_in_the_file_of_all_we_hold(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/mydata")
    document = next(m.document for m in reversed(amina.phone.messages) if m.document)
    assert hood.library.council.privacy.edition.encode() in document.content
