"""Alerts about words of danger: to two people at once, without the words, until one closes it."""

from datetime import datetime, timedelta

import pytest
from company import Neighbourhood, Person, answers_all
from on_duty import HURT, all_text, named, reference

from engagement.staff.rights import Role
from storage.operations import deployment
from storage.operations import safety_alerts as store

WORDS, SHOWN = "Words of danger:", "Numbers to call were shown:"
LATE = datetime.fromisoformat("2022-09-06T02:30:00+01:00")


async def audit(hood: Neighbourhood) -> list[tuple[str, str | None]]:
    lines = await hood.stage.service.batcher.run(deployment.audit_lines)
    return [(act, subject) for act, _, subject in lines if act.startswith("safety")]


@pytest.fixture
async def two(hood: Neighbourhood) -> tuple[Person, Person]:
    return (
        await named(hood, Role.OFFICER, "Ruth, duty social worker"),
        await named(hood, Role.OPERATOR, "Dev, duty officer"),
    )


def alerts(person: Person) -> int:
    return person.said_by_bot("Words of danger:") + person.said_by_bot(
        "Numbers to call were shown:"
    )


async def test_both_get_the_alert_at_once_in_the_night_and_without_the_words(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await hood.leap(LATE)
    await amina.types(HURT)
    assert "People at the council, named for this, can read what you wrote" in amina.sees
    for person in two:
        assert alerts(person) == 1
        assert "hits" not in all_text(person)
    assert reference(two[0]) == reference(two[1])


async def test_nobody_else_gets_it_or_can_open_it(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    administrator = await hood.staff(Role.ADMINISTRATOR)
    await amina.types(HURT)
    assert alerts(administrator) == 0
    code = reference(two[0])
    for person in (administrator, amina, hood.stranger()):
        for words in (f"/open {code}", "/open", f"/close {code} done", f"/close {code}"):
            assert "Only the people named" in await person.types(words)
    assert await audit(hood) == []


async def test_the_reference_opens_the_words_for_the_two_and_each_opening_is_logged(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    code = reference(two[0])
    said = await two[0].types(f"/open {code.lower()}")
    assert HURT in said
    assert "Booker, Cressex and Castlefield" in said
    assert "We noted that you opened this." in said
    two[1].phone.tap("Read the words", two[1].from_bot[-1])
    assert HURT in await two[1].settles()
    assert await audit(hood) == [("safety-opened", code), ("safety-opened", code)]


async def test_a_wrong_reference_opens_nothing(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    assert "We know no such reference" in await two[0].types("/open ZZZ-ZZZ")
    assert reference(two[0]) in await two[0].types("/open")


async def test_it_is_sent_again_after_15_and_60_minutes_and_daily_until_closed(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    raised = hood.stage.clock.now()
    expected = {16: 2, 61: 3, 61 + 24 * 60: 4}
    for minutes in (10, 16, 50, 61, 200, 61 + 24 * 60):
        await hood.stage.until(raised + timedelta(minutes=minutes))
        hood.stage.service.bot.broadcasts_changed()
        await hood.stage.settle()
        if minutes in expected:
            assert [alerts(person) for person in two] == [expected[minutes]] * 2
    assert "Nobody has closed this for" in two[0].sees
    await two[1].types(f"/close {reference(two[1])} Rang the police")
    await hood.stage.until(raised + timedelta(days=4))
    assert alerts(two[0]) == 3  # the last one says by now that it is closed
    assert "has written what was done" in two[0].sees


async def test_it_is_closed_only_by_words_that_say_what_was_done(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    code = reference(two[0])
    await two[0].taps("Write what was done")
    assert "What was done about" in two[0].sees
    said = await two[0].types("Called 999: her husband beats her. She is being moved to a refuge")
    assert f"This closes {code} with:" in said
    assert "«Called 999: her husband beats her. She is being moved to a refuge»" in said
    said = await two[0].taps("Close it")
    assert said == f"Thank you. {code} is closed."
    assert two[0].said_by_bot("Nobody reads this chat") == 0
    opened = await two[1].types(f"/open {code}")
    assert "Closed by Ruth, duty social worker" in opened
    assert "She is being moved to a refuge" in opened
    assert await two[1].types("/open") == "Nothing is open."
    assert ("safety-closed", code) in await audit(hood)


async def test_further_words_join_the_alert_until_somebody_has_opened_it(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    await amina.types("I want to kill myself")
    assert alerts(two[0]) == 1
    said = await two[0].types(f"/open {reference(two[0])}")
    assert HURT in said
    assert "kill myself" in said
    await amina.types("he has a knife")
    assert alerts(two[1]) == 2


async def test_of_strangers_and_under_13s_no_words_and_no_chat_are_kept(
    hood: Neighbourhood, two: tuple[Person, Person]
) -> None:
    sam, kim = hood.stranger("Sam"), hood.stranger("Kim")
    await kim.start()
    await kim.taps("Start")
    await kim.taps("No")
    for person in (sam, kim):
        assert "We don't keep what you wrote." in await person.types(HURT)
    assert alerts(two[0]) == 1
    code = reference(two[0])
    assert "It happened 2 times." in await two[0].types(f"/open {code}")
    assert "There are no words to read." in two[0].sees
    stage = hood.stage
    found = await stage.service.batcher.run(store.not_closed)
    assert [(a.contact_id, a.has_words, a.times) for a in found] == [(None, False, 2)]
    assert await stage.service.batcher.run(lambda tx: store.words_of(tx, found[0].id)) == []


async def test_forwarded_words_are_not_kept(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    amina.phone.forward(HURT, "A friend")
    await amina.settles()
    assert "passed on another person's words" in two[0].sees


async def test_a_text_for_a_broadcast_raises_no_alert(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    board = await hood.board_member()
    await board.types("/send")
    await board.types("Something else")
    await board.types("Is your husband hitting you? My husband hits me, said one of us.")
    assert "Send to" in "".join(board.labels)
    assert alerts(two[0]) == 0


async def test_without_anybody_named_the_administrators_are_told_to_name_two(
    hood: Neighbourhood, amina: Person
) -> None:
    administrator = await hood.staff(Role.ADMINISTRATOR)
    await amina.types(HURT)
    assert "nobody is named to read them" in administrator.sees
    assert "wardmote safeguarding name" in administrator.sees


async def test_with_nobody_named_nobody_is_said_to_read_the_words(amina: Person) -> None:
    await amina.types(HURT)
    assert "can read what you wrote" not in all_text(amina)
    assert "We don't keep what you wrote" not in all_text(amina)


async def test_a_naming_ends_with_its_date_and_with_the_role(
    hood: Neighbourhood, amina: Person
) -> None:
    today = hood.stage.clock.now().date()
    ruth = await named(hood, Role.OFFICER, "Ruth", until=today)
    dev = await named(hood, Role.OPERATOR, "Dev")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    await amina.types(HURT)
    assert (alerts(ruth), alerts(dev)) == (0, 1)
    code = reference(dev)
    assert "Only the people named" in await ruth.types(f"/open {code}")
    await dev.types("/forget")
    await dev.taps("Yes")
    assert "Only the people named" in await dev.types(f"/open {code}")


async def test_the_words_are_deleted_after_30_days(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    code, written = reference(two[0]), hood.stage.clock.now()
    await hood.leap(written + timedelta(days=29))
    assert HURT in await two[0].types(f"/open {code}")
    await hood.leap(written + timedelta(days=30, hours=2))
    assert "The words have been deleted" in await two[0].types(f"/open {code}")


async def test_after_forget_the_words_stay_for_the_two_but_lead_to_nobody(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(HURT)
    await amina.types("/forget")
    await amina.taps("Yes")
    said = await two[0].types(f"/open {reference(two[0])}")
    assert HURT in said
    assert "Their ward" not in said
    found = await hood.stage.service.batcher.run(store.not_closed)
    assert found[0].contact_id is None


async def test_ordinary_answers_raise_no_alert(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await answers_all(amina)
    assert alerts(two[0]) == 0


async def test_words_as_long_as_a_message_can_be_are_opened(
    hood: Neighbourhood, amina: Person, two: tuple[Person, Person]
) -> None:
    await amina.types(f"{HURT}. " + "& <so on> " * 390)
    assert HURT in await two[0].types(f"/open {reference(two[0])}") or HURT in all_text(two[0])
    assert "Something went wrong" not in all_text(two[0])
