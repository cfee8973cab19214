"""An alert is closed by words that were meant to close it, and by no others."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from on_duty import HURT, named, reference

from engagement.staff.rights import Role


@pytest.fixture
async def ruth(hood: Neighbourhood, amina: Person) -> Person:
    """Named, with one alert on her phone, and asked what was done."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types(HURT)
    await ruth.taps("Write what was done")
    return ruth


async def is_open(person: Person, code: str) -> bool:
    return code in await person.types("/open")


@pytest.mark.parametrize("words", ["cancel", "Back", "no", "never mind", "anuluj", "منسوخ کریں"])
async def test_words_that_say_cancel_close_nothing(ruth: Person, words: str) -> None:
    code = reference(ruth)
    assert await ruth.types(words) == f"Nothing was changed about {code}."
    assert "This closes" not in await ruth.types("thanks")
    assert await is_open(ruth, code)


async def test_the_words_are_shown_before_they_close_an_alert(ruth: Person) -> None:
    code = reference(ruth)
    assert "«thanks Dev»" in await ruth.types("thanks Dev")
    await ruth.taps("Cancel")
    assert await is_open(ruth, code)
    await ruth.types(f"/close {code}")
    await ruth.types("Rang her")
    assert "«Rang her\nTwice»" in await ruth.types("Twice")
    assert await ruth.types("yes") == f"Thank you. {code} is closed."
    assert "Rang her\nTwice" in await ruth.types(f"/open {code}")


@pytest.mark.parametrize("minutes", [31, 26 * 60])
async def test_words_under_the_question_are_what_was_done_however_long_it_took(
    hood: Neighbourhood, ruth: Person, minutes: int
) -> None:
    """After half an hour they were offered as an answer, or not understood."""
    code = reference(ruth)
    await hood.leap(hood.stage.clock.now() + timedelta(minutes=minutes))
    said = await ruth.types("I rang the police, they are with her.")
    if "Is this what was done about the alert?" in said:  # it was sent again meanwhile
        said = await ruth.types("yes")
    assert f"This closes {code} with:" in said
    await hood.leap(hood.stage.clock.now() + timedelta(minutes=minutes))
    closing = next(m for m in reversed(ruth.from_bot) if "This closes" in m.text)
    ruth.phone.tap("Close it", closing)
    await ruth.settles()
    assert not await is_open(ruth, code)


async def test_they_are_no_answer_to_questions_further_up(hood: Neighbourhood) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await ruth.start()
    await ruth.types("HP12 3HP")
    await ruth.types("/send")
    await ruth.taps("1")
    await ruth.taps("Done")
    await ruth.taps("Something else")
    await ruth.types("The lamps are on.")
    await ben.types(HURT)
    await ruth.taps("Write what was done")
    await hood.leap(hood.stage.clock.now() + timedelta(minutes=40))
    said = await ruth.types("I rang the police, they are with her now at 12 Desborough Road.")
    assert "This closes" in said
    assert "You also wrote this" not in said


async def test_a_named_person_in_danger_days_later_is_heard(
    hood: Neighbourhood, ruth: Person
) -> None:
    dev = await named(hood, Role.OPERATOR, "Dev")
    await hood.leap(hood.stage.clock.now() + timedelta(days=2))
    before = reference(dev)
    await ruth.types(HURT)
    assert reference(dev) != before


@pytest.mark.parametrize("command", ["/open", "/open {code}", "/help", "/nonsense"])
async def test_a_command_ends_the_question(ruth: Person, command: str) -> None:
    code = reference(ruth)
    await ruth.types(command.format(code=code))
    assert "This closes" not in await ruth.types("thanks")
    assert await is_open(ruth, code)


async def test_what_a_colleague_has_closed_is_not_closed_again(
    hood: Neighbourhood, ruth: Person
) -> None:
    dev = await named(hood, Role.OPERATOR, "Dev")
    code = reference(ruth)
    assert "is closed" in await dev.types(f"/close {code} Rang the police")
    assert f"{code} is closed already" in await ruth.types("thanks")
    opened = await dev.types(f"/open {code}")
    assert "Closed by Dev" in opened
    assert "thanks" not in opened


async def test_words_typed_when_a_colleague_was_first_are_offered_back(
    hood: Neighbourhood, ruth: Person
) -> None:
    """They were dropped without a word."""
    dev = await named(hood, Role.OPERATOR, "Dev")
    code = reference(ruth)
    await dev.types(f"/close {code} Rang the police")
    asked = await ruth.types("Rang her sister")
    assert f"{code} is closed already, by Dev." in asked
    assert "Shall we add it to what was done?\n«Rang her sister»" in asked
    added = await ruth.taps("Add it")
    assert added == f"Dev had closed {code}. Your words were added to what was done."
    opened = await dev.types(f"/open {code}")
    assert "Closed by Dev" in opened
    assert "Rang the police\nRuth: Rang her sister" in opened


async def test_words_about_to_close_an_alert_are_added_if_a_colleague_was_quicker(
    hood: Neighbourhood, ruth: Person
) -> None:
    dev = await named(hood, Role.OPERATOR, "Dev")
    code = reference(ruth)
    await ruth.types("Rang her sister")
    await dev.types(f"/close {code} Rang the police")
    assert "Your words were added" in await ruth.taps("Close it")
    assert "Ruth: Rang her sister" in await dev.types(f"/open {code}")


async def test_words_kept_for_an_alert_are_there_after_a_colleague_closed_it(
    hood: Neighbourhood, ruth: Person
) -> None:
    dev = await named(hood, Role.OPERATOR, "Dev")
    code = reference(ruth)
    await ruth.types("Rang her sister")
    await ruth.types("/help")
    await dev.types(f"/close {code} Rang the police")
    assert "«Rang her sister»" in await ruth.types(f"/close {code}")
    assert await ruth.taps("Cancel") == f"Nothing was changed about {code}."
    assert "sister" not in await dev.types(f"/open {code}")


async def test_words_of_days_ago_are_shown_again_before_they_close_an_alert(
    hood: Neighbourhood, ruth: Person
) -> None:
    code = reference(ruth)
    await ruth.types("Rang her")
    await hood.leap(hood.stage.clock.now() + timedelta(hours=25))
    await ruth.types("yes")  # the alert was sent again meanwhile: no yes is for what is above it
    assert await is_open(ruth, code)
    said = await ruth.types("Close it")
    assert f"This closes {code} with:" in said
    assert "«Rang her»" in said
    assert await ruth.types("Close it") == f"Thank you. {code} is closed."


async def test_a_label_of_the_alert_before_closes_neither(
    hood: Neighbourhood, ruth: Person, amina: Person
) -> None:
    """It is for the question in front of them; below something else it is asked again."""
    code = reference(ruth)
    await ruth.types("Rang her")
    await ruth.types("/help")
    said = await ruth.types("Close it")
    assert f"This closes {code} with:" in said
    assert await is_open(ruth, code)


async def test_the_command_cancel_is_the_cancel_of_the_question_that_is_open(ruth: Person) -> None:
    """It said that there was nothing to cancel."""
    code = reference(ruth)
    await ruth.types("Rang her")
    assert await ruth.types("/cancel") == f"Nothing was changed about {code}."
    assert await is_open(ruth, code)
