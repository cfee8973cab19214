"""People who answer on somebody else's phone: their rows, before and after an upgrade."""

from collections.abc import Callable
from datetime import timedelta

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from storage_neighbours import ABBEY, AMINA, BEN, NOW, move_in

from engagement.broadcasts.delivery import Reach
from storage import migrations
from storage.engine.database import Transaction
from storage.people import contacts, guests
from storage.people.contacts import Contact
from storage.people.guests import Guest


def go_to(revision: str) -> Callable[[Connection], None]:
    """The schema of this step, forwards or back."""

    def go(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(migrations.HERE))
        config.attributes["connection"] = connection
        command.downgrade(config, revision)

    return go


SEAT = -(1 << 53) - 7
SLUG = "local-priorities"


async def shares(tx: Transaction, *, joined: bool = True) -> Guest:
    """Somebody else begins on Amina's phone; with a contact if they have ``joined``."""
    guest = Guest(SEAT, AMINA.contact, AMINA.chat, SLUG, 2, NOW)
    await guests.add_guest(tx, guest, NOW)
    await guests.set_answering(tx, AMINA.contact, SEAT)
    if joined:
        await tx.execute(
            text(
                "INSERT INTO residents (id, ward, vintage, joined_at)"
                " SELECT :id, ward, vintage, joined_at FROM residents WHERE id = :other"
            ),
            {"id": BEN.resident, "other": AMINA.resident},
        )
        await contacts.add_contact(
            tx, Contact(BEN.contact, SEAT, "en", Reach.SHARED, False, BEN.resident, ABBEY, NOW)
        )
    return guest


async def test_a_guest_is_found_by_their_seat_and_by_the_owner(database):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        made = await shares(tx)
        assert await guests.guest_in(tx, SEAT) == made
        assert await guests.guests_of(tx, AMINA.contact) == [made]
        owner = await contacts.contact_of(tx, AMINA.chat)
        assert owner is not None
        assert owner.answering == SEAT


async def test_a_guest_is_nobody_who_lives_in_a_ward_and_gets_messages(database):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await shares(tx)
        assert await contacts.count_living_in(tx, [ABBEY]) == {ABBEY: 1}


async def test_who_never_agreed_is_no_guest_after_a_day(database):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await shares(tx, joined=False)
        assert await guests.drop_abandoned(tx, NOW) == 0
        assert await guests.drop_abandoned(tx, NOW + timedelta(seconds=1)) == 1
        owner = await contacts.contact_of(tx, AMINA.chat)
        assert owner is not None
        assert owner.answering is None


async def test_who_has_joined_stays_a_guest(database):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await shares(tx)
        assert await guests.drop_abandoned(tx, NOW + timedelta(days=9)) == 0
        assert await guests.contacts_to_cut(tx, [SLUG]) == []
        assert await guests.contacts_to_cut(tx, ["another"]) == [BEN.contact]


async def test_who_was_here_before_the_upgrade_has_their_own_phone_after_it(malleable):
    async with malleable.write() as tx:
        await move_in(tx, AMINA, BEN)
        await tx.run_sync(go_to("0022"))
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        for who in (AMINA, BEN):
            found = await contacts.contact_of(tx, who.chat)
            assert found is not None
            assert found.answering is None
            assert await guests.guests_of(tx, who.contact) == []


async def test_going_back_a_version_keeps_a_guests_resident_and_no_link(malleable):
    async with malleable.write() as tx:
        await move_in(tx, AMINA)
        await shares(tx)
        await tx.run_sync(go_to("0022"))
        assert (await tx.execute(text("SELECT chat_id FROM contacts"))).scalars().all() == [
            AMINA.chat
        ]
        assert (await tx.execute(text("SELECT count(*) FROM residents"))).scalar() == 2
    await migrations.upgrade(malleable)
