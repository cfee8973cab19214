"""A subject that was tapped stays that subject, or the list is shown again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood

TITLE = "What should come first in your area?"
OUTCOME = f'What happened after "{TITLE}"'
LAMPS = "The lamps behind the shops are on."
GONE = "That has closed, or is not on the list any more. Please choose again."


def without_theme(hood: Neighbourhood, place: int) -> None:
    """The council takes one of its themes out of its files."""
    world = hood.stage.service.world
    slug = world.library.themes[place].slug
    plans = tuple(
        plan.model_copy(update={"themes": tuple(t for t in plan.themes if t.slug != slug)})
        for plan in world.library.plans
    )
    world.renew(replace(world.library, plans=plans), world.loaded)


async def just_before_the_close(hood: Neighbourhood) -> None:
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes - timedelta(hours=3))


async def test_an_invitation_tapped_after_the_close_is_no_outcome(hood: Neighbourhood) -> None:
    """It became what happened after the questions, and stood in /celebrate."""
    board = await hood.board_member()
    await just_before_the_close(hood)
    await board.types("/send")
    assert any("The questions" in label for label in board.labels)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=4))
    shown = await board.taps("The questions")
    assert GONE in shown
    assert OUTCOME in board.labels
    await board.taps(OUTCOME)
    assert OUTCOME in await board.types(LAMPS)


async def test_a_theme_tapped_in_a_former_list_is_that_theme(hood: Neighbourhood) -> None:
    """It was the next one, since the first had left the files."""
    board = await hood.board_member()
    await board.types("/send")
    without_theme(hood, 0)
    await board.taps("Public Realm")
    assert "Public Realm · Booker" in await board.types(LAMPS)


async def test_a_theme_that_has_left_the_files_is_asked_for_again(hood: Neighbourhood) -> None:
    """The message went to everybody instead, without its heading."""
    amina = await hood.resident("Amina", "HP12 3HP")
    board = await hood.board_member()
    await board.types("/send")
    gone = next(label for label in board.labels if label == "Jobs")
    place = [t.called("en") for t in hood.library.themes].index(gone)
    await board.taps(gone)
    await board.types(LAMPS)
    without_theme(hood, place)
    assert GONE in await board.taps("Send to")
    assert LAMPS in await board.taps("Public Realm")
    await board.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 1


@pytest.mark.parametrize("way", ["Back", "again"])
async def test_an_invitation_that_has_closed_meanwhile_asks_what_it_is_about(
    hood: Neighbourhood, way: str
) -> None:
    """The preview said when it closes, minutes after that."""
    if way == "again":
        await hood.residents(52, "HP12 3HP")
        await hood.board_member(label="Second")
    board = await hood.board_member(label="Author")
    await just_before_the_close(hood)
    await board.types("/send")
    await board.taps("The questions")
    await board.types(LAMPS)
    await board.taps("Send to" if way == "again" else "Change")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=5))
    if way == "again":
        assert "The questions closed before anybody approved it" in board.sees
    shown = await board.taps("Change it and send it again" if way == "again" else "Back")
    assert GONE in shown
    assert f"Your text: {LAMPS}" in shown


async def test_an_outcome_says_to_which_wards_it_has_gone(hood: Neighbourhood) -> None:
    """It was offered as new for both. S10."""
    await hood.resident("Ben", "Abbey")
    await hood.closes()
    board = await hood.board_member(BOOKER, ABBEY)
    await board.types("/send")
    await board.taps("1 Abbey")
    await board.taps("Done")
    await board.taps(OUTCOME)
    await board.types(LAMPS)
    await board.taps("Send to")
    await board.types("/send")
    await board.taps("All 2")
    assert f"{OUTCOME} (sent already to Abbey)" in board.labels
