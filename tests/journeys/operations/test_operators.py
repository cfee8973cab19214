"""An operator hears of what is wrong, once, and sees nothing of anybody's."""

from datetime import timedelta

from company import Neighbourhood, Person
from connection_lost import cut_off
from on_duty import named
from raw_updates import message

from engagement.staff.rights import Role


async def ticks(hood: Neighbourhood, hours: float) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=hours))


async def all_that_is_needed(hood: Neighbourhood) -> None:
    """An administrator, and two people who read words of danger."""
    await hood.staff(Role.ADMINISTRATOR)
    for label in ("Ruth", "Dev"):
        await named(hood, Role.OFFICER, label)


async def test_an_operator_may_do_nothing_but_ask_how_it_stands(hood: Neighbourhood) -> None:
    operator = await hood.staff(Role.OPERATOR)
    await all_that_is_needed(hood)
    assert "You are now an operator" in operator.sees
    assert "/send" not in operator.sees
    for command in ("/send", "/export"):
        assert "for council staff" in await operator.types(command)
    assert "You haven't joined yet." in await operator.types("/results")
    assert "All is well" in await operator.types("/status")
    assert "/status" in await operator.types("/help")


async def test_who_else_may_ask_how_it_stands(hood: Neighbourhood, amina: Person) -> None:
    admin = await hood.staff(Role.ADMINISTRATOR)
    await all_that_is_needed(hood)
    assert "All is well" in await admin.types("/status")
    assert "for council staff" in await amina.types("/status")
    for person in (await hood.officer(), await hood.board_member()):
        assert "is for operators and administrators" in await person.types("/status")


async def test_what_was_set_aside_is_told_once_with_its_reference_alone(
    hood: Neighbourhood, amina: Person
) -> None:
    operator = await hood.staff(Role.OPERATOR)
    admin = await hood.staff(Role.ADMINISTRATOR)
    user = amina.phone.user_id
    await ticks(hood, 0.95)  # just before a tick: what was set aside counts for an hour
    hood.stage.emulator.push(message(user, date=10**18, text="HP12 3HP is mine"))
    await amina.settles()
    reference = amina.sees.split()[-1]
    await ticks(hood, 1)
    told = "\n".join(m.text for m in operator.from_bot if "could not be handled" in m.text)
    assert reference in told
    assert operator.said_by_bot("Some messages could not be handled") == 1
    assert not any(word in told for word in ("HP12", "Amina", str(user)))
    assert admin.said_by_bot("could not be handled") == 0
    await ticks(hood, 5)
    assert operator.said_by_bot("Some messages could not be handled") == 2
    assert "Over: Some messages could not be handled, from" in operator.sees
    assert "1 message" in await operator.types("/status") or "One message" in operator.sees


async def test_being_cut_off_is_told_when_the_line_is_back(hood: Neighbourhood) -> None:
    admin = await hood.staff(Role.ADMINISTRATOR)
    await cut_off(hood, minutes=12)
    await ticks(hood, 1)
    assert admin.said_by_bot("Over: We heard nothing from Telegram") == 1
    await ticks(hood, 3)
    assert admin.said_by_bot("We heard nothing from Telegram") == 1
