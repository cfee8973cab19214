"""The commands of a staff role leave Telegram's menu when the role ends."""

from datetime import timedelta

from company import Neighbourhood, Person

from emulator.bot_api.commands import commands_for
from storage.engine.database import Transaction
from storage.people import contacts
from storage.staff import members


def menu_of(person: Person) -> set[str]:
    emulator = person.stage.emulator
    found = commands_for(emulator, emulator.users[person.phone.user_id])
    return {command["command"] for command in found}


async def ends_elsewhere(hood: Neighbourhood, person: Person) -> None:
    """Another process ends this person's role; two hours pass."""

    async def end(tx: Transaction) -> None:
        found = await contacts.contact_of(tx, person.phone.user_id)
        assert found is not None
        await members.end_role(tx, found.id, hood.stage.clock.now())

    await hood.stage.service.batcher.run(end)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))


async def test_after_forget_the_menu_is_everybodys(hood: Neighbourhood) -> None:
    """T5."""
    officer = await hood.officer()
    assert "export" in menu_of(officer)
    await officer.types("/forget")
    await officer.taps("Yes, forget me")
    assert "export" not in menu_of(officer)
    assert "help" in menu_of(officer)
    assert f"chat:{officer.phone.user_id}|" not in hood.stage.emulator.commands


async def test_a_menu_in_ones_own_language_goes_too(hood: Neighbourhood, amina: Person) -> None:
    """T5."""
    await amina.types("/language polski")
    await amina.types("/forget")
    await amina.taps("Tak")
    assert f"chat:{amina.phone.user_id}|" not in hood.stage.emulator.commands


async def test_when_a_role_ends_elsewhere_the_menu_follows(hood: Neighbourhood) -> None:
    """T5: another process may end a role; the bot looks once a minute, and tells them. Before, the
    buttons just stopped working."""
    officer, other = await hood.officer(), await hood.officer("Another officer")
    await ends_elsewhere(hood, officer)
    assert "export" not in menu_of(officer)
    assert "export" in menu_of(other)
    assert officer.said_by_bot("Your role as staff has ended.") == 1
    assert other.said_by_bot("Your role as staff has ended.") == 0
    removed = hood.stage.emulator.calls["deleteMyCommands"]
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert hood.stage.emulator.calls["deleteMyCommands"] == removed == 1
    assert officer.said_by_bot("Your role as staff has ended.") == 1


async def test_who_has_stopped_is_sent_nothing_when_their_role_ends(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/stop")
    await ends_elsewhere(hood, officer)
    assert "export" not in menu_of(officer)
    assert officer.said_by_bot("Your role as staff has ended. Its") == 0


async def test_what_was_being_written_says_that_the_role_has_ended(hood: Neighbourhood) -> None:
    """They were told that nobody understood, and that the buttons are for staff."""
    author = await hood.board_member()
    await author.types("/send")
    await author.taps("Public Realm")
    await ends_elsewhere(hood, author)
    assert "Your role as staff has ended." in author.sees
    assert "please ask the council's office" in author.sees
