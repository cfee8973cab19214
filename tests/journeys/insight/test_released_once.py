"""Results are released once, when counting is complete; every reader sees what was released."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from company import BOOKER, CHESHAM, Neighbourhood, Person, on_stage
from council_changes import closes_later, moves_on, takes_up
from kill_and_look_inside import rows
from sqlalchemy import delete, insert, update

from content.library import Library, council_directory
from engagement.consultations.late import SETTLES_AFTER
from engagement.staff.approvals import hash_of
from storage.consultations import answers, responses
from storage.engine.database import Transaction
from storage.insight.releases import releases
from storage.operations.deployment import shown_results
from usecases.release import register

WHICH = "local-priorities"
MINUTE = timedelta(minutes=1)


async def answered(hood: Neighbourhood, count: int, place: str, choice: str = "1") -> list[Person]:
    """``count`` people of one ward answer the first question."""
    people = await hood.residents(count, place, name=f"{place} {choice}")
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap(choice))
    return people


async def entries(hood: Neighbourhood) -> list[tuple[Any, ...]]:
    """The register, with the number of each row: a row that is written again has another."""
    return await rows(hood, "SELECT rowid, * FROM releases ORDER BY rowid")


async def in_database(hood: Neighbourhood, *statements: Any) -> None:
    async def act(tx: Transaction) -> None:
        for statement in statements:
            await tx.execute(statement)

    await hood.stage.service.batcher.run(act)


def numbers(text: str) -> set[int]:
    """The numbers of people in a text."""
    return {int(n) for n in re.findall(r"(?:[Aa]bout |\d to )(\d+)", text)}


async def everything_shown(hood: Neighbourhood, officer: Person) -> list[str]:
    """What every screen, card and file shows of the results."""
    shown = [await officer.types("/results")]
    await officer.types("/celebrate")
    if any(label.startswith("1 ") for label in officer.labels):
        await officer.types("Booker")
    shown.append(officer.sees)
    await officer.taps("Make a picture")
    card = next(m for m in reversed(officer.phone.messages) if m.photo)
    shown.append(card.text)
    await hood.may_export(officer)
    await officer.taps("Excel workbook")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    sheets = openpyxl.load_workbook(io.BytesIO(document.content), read_only=True)
    counts = sheets["Counts by ward"]
    shown.append("\n".join(str(c) for r in counts.iter_rows(values_only=True) for c in r))
    return shown


@pytest.fixture
async def after(hood: Neighbourhood) -> Neighbourhood:
    """22 people of Booker, Cressex and Castlefield and 18 of Abbey have answered, and it closes."""
    await answered(hood, 12, "HP12 3HP")
    await answered(hood, 10, "HP12 3HP", "2")
    await answered(hood, 18, "Abbey")
    await hood.closes()
    return hood


async def test_results_are_released_at_a_tick_though_nobody_looks(hood: Neighbourhood) -> None:
    await answered(hood, 12, "Abbey")
    closes = hood.library.consultations[WHICH].closes_at
    await hood.leap(closes + SETTLES_AFTER - MINUTE)
    assert await entries(hood) == []
    await hood.stage.until(closes + timedelta(hours=2))
    [(_, which, number, *_)] = await entries(hood)
    assert (which, number) == (WHICH, 1)


async def test_reading_twice_writes_nothing(after: Neighbourhood) -> None:
    officer = await after.officer()
    first = await everything_shown(after, officer)
    written = await entries(after)
    assert len(written) == 1
    assert await everything_shown(after, officer) == first
    await after.stage.until(after.stage.clock.now() + timedelta(hours=3))
    assert await entries(after) == written


async def test_two_at_once_write_one(after: Neighbourhood) -> None:
    """The second has read that nothing is released, and finds that something is."""
    service = after.stage.service
    found = service.world.consultation(WHICH).consultation

    async def both(tx: Transaction) -> None:
        await tx.execute(delete(releases))
        late = await register._next(tx, service.world, found, None)
        made = await register.release(tx, service.world, found)
        assert made is not None
        changed = dataclasses.replace(late, people=999, table_hash="another")
        await register.releases.add_once(tx, changed)
        again = await register.release(tx, service.world, found)
        assert again == made

    await service.batcher.run(both)
    assert len(await entries(after)) == 1


async def test_every_screen_card_and_file_shows_what_the_register_says(
    after: Neighbourhood,
) -> None:
    """Nothing else: with numbers in the register that nobody has counted, all show those."""
    officer = await after.officer()
    await officer.types("/results")
    async with after.stage.service.database.read() as tx:
        made = await register.releases.latest(tx, WHICH)
    assert made is not None
    body = made.body
    public = body["published"] | {"about": 7000, "about_to": 7000}
    public["wards"] = public["wards"] | {"rows": [[BOOKER, 7000], [CHESHAM, 7000]], "others": 7000}
    public["questions"] = [
        question
        | {"about": question["about"] and 7000}
        | {"options": [option | {"about": 7000, "percent": 35} for option in question["options"]]}
        for question in public["questions"]
    ]
    body = body | {"published": public, "late": 7000}
    await in_database(after, update(releases).values(body=body, table_hash=hash_of(body)))
    for shown in await everything_shown(after, officer):
        assert "7000" in shown or "7,000" in shown, shown
        plain = shown.replace("7,000", "7000")
        assert numbers(plain) <= {7000}, shown


async def test_what_is_released_stays_when_everybody_is_gone(after: Neighbourhood) -> None:
    officer = await after.officer()
    seen = await officer.types("/results")
    chosen, history = answers.chosen, answers.answer_history
    await in_database(after, delete(chosen), delete(history), delete(answers.answers))
    await in_database(after, delete(responses.responses))
    assert await officer.types("/results") == seen


async def test_somebody_who_is_forgotten_after_the_release_stays_in_it(
    hood: Neighbourhood,
) -> None:
    """Of ten, nine would show nothing."""
    people = await answered(hood, 10, "Abbey")
    await hood.closes()
    officer = await hood.officer()
    seen = await officer.types("/results")
    assert "About 10 to 15 people answered" in seen
    await people[0].types("/forget")
    await people[0].types("Yes")
    assert "About 10 to 15 people answered" in await officer.types("/results")
    assert len(await entries(hood)) == 1


async def test_other_thresholds_change_nothing_that_is_released(after: Neighbourhood) -> None:
    officer = await after.officer()
    before = await everything_shown(after, officer)
    world = after.stage.service.world
    strict = world.thresholds.model_copy(update={"smallest_cell": 20, "rounding": 10})
    council = world.library.council.model_copy(update={"thresholds": strict})
    world.renew(dataclasses.replace(world.library, council=council), world.loaded)
    assert await everything_shown(after, officer) == before


def edited(tmp_path: Path) -> Path:
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    return folder


async def test_other_words_and_boundaries_change_nothing_that_is_released(
    after: Neighbourhood, tmp_path: Path
) -> None:
    officer = await after.officer()
    seen = await officer.types("/results")
    folder = edited(tmp_path)
    file = folder / "consultations" / f"{WHICH}.yaml"
    file.write_text(file.read_text().replace("What should come first in your area?", "And now?"))
    await takes_up(after, folder)
    assert await officer.types("/results") == seen
    await moves_on(after, folder)
    assert len(await entries(after)) == 1


def shown_before(hood: Neighbourhood, about: int, at: timedelta) -> Any:
    """The results as a version without a register has kept them, ``at`` after the close."""
    body = {
        "published": {"about": about, "questions": []},
        "by": hood.stage.service.world.thresholds.model_dump(),
        "final": True,
        "late": None,
    }
    found = hood.library.consultations[WHICH]
    public = [{"key": q.key, "about": None} for q in found.questions]
    body["published"]["questions"] = public
    row = {"consultation": WHICH, "people": about, "body": body}
    return insert(shown_results).values(**row, shown_at=found.closes_at + at)


async def test_what_was_shown_before_the_upgrade_is_what_is_released(hood: Neighbourhood) -> None:
    """People have seen that table: another next to it would tell what the two differ by."""
    await answered(hood, 30, "Abbey")
    await in_database(hood, shown_before(hood, 345, timedelta(hours=1)))
    await hood.closes()
    officer = await hood.officer()
    assert "About 345 people answered" in await officer.types("/results")
    shown = hood.library.consultations[WHICH].closes_at.astimezone(UTC) + timedelta(hours=1)
    [(*_, people, _, at)] = await entries(hood)
    assert (people, at[:16]) == (345, f"{shown:%Y-%m-%d %H:%M}")


@pytest.mark.parametrize(
    ("before", "shown"), [(345, "About 30 to 35 people"), (35, "About 35 people")]
)
async def test_what_was_shown_before_it_opened_again_is_compared_with(
    hood: Neighbourhood, before: int, shown: str
) -> None:
    """30 people after 345 are another table, as anybody can see; after 35 they would tell about
    five of them."""
    await answered(hood, 30, "Abbey")
    await in_database(hood, shown_before(hood, before, timedelta(days=-20)))
    await hood.closes()
    officer = await hood.officer()
    assert shown in await officer.types("/results")
    assert len(await entries(hood)) == 2


async def test_a_clock_that_leapt_releases_nothing_by_itself(hood: Neighbourhood) -> None:
    """A release can't be taken back, and the clock may be set right tomorrow."""
    await answered(hood, 12, "Abbey")
    stage = hood.stage
    stage.clock.move_to(stage.clock.now() + timedelta(days=120))
    await stage.until(stage.clock.now() + timedelta(hours=3))
    assert await entries(hood) == []
    await stage.until(stage.clock.now() + timedelta(hours=24))
    assert len(await entries(hood)) >= 1


async def test_a_release_by_a_clock_that_was_ahead_is_shown_to_nobody(
    after: Neighbourhood, tmp_path: Path
) -> None:
    """An officer looked while the clock was wrong; then it was set right."""
    officer = await after.officer()
    await officer.types("/results")
    ahead = after.stage.clock.now() + timedelta(days=30)
    await in_database(after, update(releases).values(released_at=ahead))
    await closes_later(after, tmp_path)
    await answered(after, 25, "Chesham")
    assert "At least 50 people have answered so far" in await officer.types("/results")
    closes = after.stage.service.world.consultation(WHICH).consultation.closes_at
    await after.leap(closes + timedelta(minutes=16))
    await officer.types("/results")
    assert "About 55 to 65 people" in await officer.types("1")  # another has opened meanwhile
    assert len(await entries(after)) == 2


async def test_a_start_after_a_restore_has_what_was_released(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    """The backup is from before the release: the answers of the last day are gone with it."""
    shutil.copy(migrated, tmp_path / "wardmote.db")
    found = buckinghamshire.consultations[WHICH]
    start = found.opens_at + timedelta(hours=1)
    async with on_stage(buckinghamshire, start=start, folder=tmp_path, seed=11) as stage:
        hood = Neighbourhood(stage)
        await answered(hood, 12, "Abbey")
        await hood.closes()
        seen = await (await hood.officer()).types("/results")
        written = await entries(hood)
        answer, release = delete(answers.answers), delete(releases)
        await in_database(hood, delete(answers.chosen), answer, release)
    later = found.closes_at + timedelta(days=1)
    async with on_stage(buckinghamshire, start=later, folder=tmp_path, seed=12) as stage:
        hood = Neighbourhood(stage)
        assert await entries(hood) == written
        assert await (await hood.officer()).types("/results") == seen
