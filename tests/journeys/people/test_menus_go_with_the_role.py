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
    """T5: another process may end a role; the bot looks once a minute."""
    officer, other = await hood.officer(), await hood.officer("Another officer")
    chat = officer.phone.user_id

    async def end(tx: Transaction) -> None:
        found = await contacts.contact_of(tx, chat)
        assert found is not None
        await members.end_role(tx, found.id, hood.stage.clock.now())

    await hood.stage.service.batcher.run(end)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert "export" not in menu_of(officer)
    assert "export" in menu_of(other)
    removed = hood.stage.emulator.calls["deleteMyCommands"]
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert hood.stage.emulator.calls["deleteMyCommands"] == removed == 1
