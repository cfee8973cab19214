"""Edited files that would turn given answers round: labels that change places."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import takes_up

from content.library import council_directory
from usecases.world import MeaningsExchanged, OpenConsultationChanged

STREETS, SKILLS = "en: Streets, parks and public places", "en: Education and skills"


def edited(folder: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the council's folder with these changes to the questions on local priorities."""
    shutil.copytree(council_directory("buckinghamshire"), folder)
    path = folder / "consultations" / "local-priorities.yaml"
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text)
    return folder


EXCHANGED = ((SKILLS, "en: @@"), (STREETS, SKILLS), ("en: @@", STREETS))


@pytest.mark.parametrize("closed", [False, True])
async def test_labels_that_change_places_turn_nobody_s_answer_round(
    hood: Neighbourhood, amina: Person, tmp_path: Path, closed: bool
) -> None:
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.taps("Streets")
    if closed:
        closes = hood.library.consultations["local-priorities"].closes_at
        await hood.leap(closes + timedelta(hours=1))
    with pytest.raises(MeaningsExchanged) as refused:
        await takes_up(hood, edited(tmp_path / "edited", *EXCHANGED))
    assert str(refused.value) == "local-priorities"
    assert refused.value.text in (STREETS.removeprefix("en: "), SKILLS.removeprefix("en: "))
    said = await amina.types("/mine")
    assert "Streets, parks" in said
    assert "Education" not in said


async def test_what_has_opened_is_not_put_off(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    """Somebody has answered: a later opening would tell them it had closed, and let all change."""
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.taps("Streets")
    opens = "opens_at: 2022-09-05T09:00:00+01:00"
    later = edited(tmp_path / "later", (opens, opens.replace("09-05", "09-20")))
    with pytest.raises(OpenConsultationChanged):
        await takes_up(hood, later)
    assert "This has closed" not in await amina.types("/mine")


async def test_labels_change_places_in_no_two_steps_either(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await takes_up(hood, edited(tmp_path / "one", (STREETS, "en: Parks and streets")))
    steps = ((STREETS, "en: Parks and streets"), (SKILLS, STREETS))
    with pytest.raises(MeaningsExchanged):
        await takes_up(hood, edited(tmp_path / "two", *steps))


async def test_a_label_is_corrected_and_put_back(hood: Neighbourhood, tmp_path: Path) -> None:
    await takes_up(hood, edited(tmp_path / "one", (STREETS, "en: Streets, parks, squares")))
    await takes_up(hood, edited(tmp_path / "two"))
    found = hood.stage.service.world.consultation("local-priorities").consultation
    labels = [o.label.say("en") for o in found.questions[0].options]
    assert STREETS.removeprefix("en: ") in labels
