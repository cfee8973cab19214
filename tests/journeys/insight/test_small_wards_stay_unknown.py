"""What the screens before the close and after it say of wards with few answers, or with none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import moves_on

from content.library import council_directory

WHICH = "local-priorities"


async def answer(hood: Neighbourhood, people: list[Person]) -> None:
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap("1"))


def for_all_wards(hood: Neighbourhood) -> None:
    """The questions name no wards, so that they are for everybody."""
    world = hood.stage.service.world
    known = world.loaded.consultations[WHICH]
    changed = replace(known, consultation=known.consultation.model_copy(update={"wards": ()}))
    every = {**world.loaded.consultations, WHICH: changed}
    world.renew(world.library, replace(world.loaded, consultations=every))


async def test_the_first_answer_of_a_ward_and_one_taken_back_change_nothing(
    hood: Neighbourhood,
) -> None:
    """A ward was named from its first answer on, and until the last was taken back."""
    for_all_wards(hood)
    await answer(hood, await hood.residents(11, "Abbey"))
    officer = await hood.officer()
    before = await officer.types("/results")
    assert "Abbey: 10 or more\nAll other wards: fewer than 10 each" in before
    ben = await hood.resident("Ben", "Chesham")
    await answer(hood, [ben])
    assert await officer.types("/results") == before
    await ben.types("/forget")
    await ben.taps("Now: take my answers back")
    assert await officer.types("/results") == before
    await hood.closes()
    after = await officer.types("/results")
    assert "Chesham" not in after
    assert "About 10 to 15 people answered." in after


async def test_the_last_screen_before_the_close_and_the_results_leave_a_small_ward_open(
    hood: Neighbourhood,
) -> None:
    """10 or more of Abbey, and "about 10" of Abbey and Chesham, left at most 2 for Chesham."""
    await answer(hood, await hood.residents(10, "Abbey"))
    await answer(hood, await hood.residents(1, "Chesham"))
    officer = await hood.officer()
    assert "Abbey: 10 or more" in await officer.types("/results")
    await hood.closes()
    assert "About 10 to 15 people answered." in await officer.types("/results")
    assert "Up to about 15 people answered this." in officer.sees
    await officer.types("/celebrate")
    shown = await officer.types("Abbey")
    assert "In all the wards, about 10 to 15 people answered." in shown


async def test_one_small_ward_is_not_called_each(hood: Neighbourhood) -> None:
    world = hood.stage.service.world
    known = world.loaded.consultations[WHICH]
    two = known.consultation.wards[:2]
    changed = replace(known, consultation=known.consultation.model_copy(update={"wards": two}))
    every = {**world.loaded.consultations, WHICH: changed}
    world.renew(world.library, replace(world.loaded, consultations=every))
    first, second = (world.library.wards[code].name for code in two)
    await answer(hood, await hood.residents(10, first))
    shown = await (await hood.officer()).types("/results")
    assert f"{first}: 10 or more\n{second}: fewer than 10" in shown
    assert "each" not in shown


async def test_two_wards_of_one_name_have_the_year_of_their_boundaries(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """Both were "Abbey"."""
    for_all_wards(hood)
    await answer(hood, await hood.residents(11, "Abbey"))
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    await moves_on(hood, folder)
    for_all_wards(hood)
    await answer(hood, await hood.residents(11, "Abbey"))
    officer = await hood.officer()
    shown = await officer.types("/results")
    assert "Abbey (2025): 10 or more" in shown
    await hood.closes()
    assert "Abbey (2021): about 10" in await officer.types("/results")
