"""The migrations: they lead to the tables in the code, and a wrong schema is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, column, insert, inspect, select, table, text
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOARD,
    BOARD_MEMBER,
    CHESHAM,
    NOW,
    VINTAGE,
    Neighbour,
    about_the_playground,
    move_in,
    take_post,
)

from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.steering import Steering, steered
from engagement.staff.approvals import ApprovalSubject, hash_of
from engagement.staff.duties import Duty, is_current
from engagement.staff.rights import Role
from storage import migrations
from storage.broadcasts import asked_content, records
from storage.consultations import steps, versions
from storage.engine.database import Database, Moment, Transaction
from storage.migrations import SchemaMismatch
from storage.operations import deployment
from storage.people import contacts, duty_holders, follows
from storage.people.follows import FollowKind
from storage.staff import approvals, members
from storage.staff.members import Invite
from storage.tables import metadata

A_BOARD = Invite("-", Role.BOARD_MEMBER, "Board", (ABBEY,), every_ward=False)

FORMER_APPROVALS = table(
    "approvals",
    column("broadcast_id"),
    column("staff_id"),
    column("asked_at", Moment),
    column("said_yes"),
    column("answered_at", Moment),
)


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return [*compare_metadata(context, metadata)]


def table_names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def steps_of(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations.HERE))
    config.attributes["connection"] = connection
    return config


def take_everything_back(connection: Connection) -> None:
    command.downgrade(steps_of(connection), "base")


def take_the_first_step(connection: Connection) -> None:
    command.upgrade(steps_of(connection), "0001")


def go_to_before_duties(connection: Connection) -> None:
    command.upgrade(steps_of(connection), "0009")


def go_to_before_approvals(connection: Connection) -> None:
    command.upgrade(steps_of(connection), "0011")


def take_approvals_back(connection: Connection) -> None:
    command.downgrade(steps_of(connection), "0011")


def take_duties_back(connection: Connection) -> None:
    command.downgrade(steps_of(connection), "0009")


OLD_RESIDENTS = table(
    "residents", column("id"), column("ward"), column("vintage"), column("joined_at", Moment)
)
OLD_CONTACTS = table(
    "contacts",
    *map(column, ("id", "chat_id", "resident_id", "language", "reach", "new_messages")),
    column("last_heard_at", Moment),
)


async def lived_here(tx: Transaction, who: Neighbour, ward: str | None = ABBEY) -> None:
    """Somebody who joined before the ward was on the contact's row; without a ward only staff."""
    resident = who.resident if ward else None
    if ward:
        row = {"id": resident, "ward": ward, "vintage": VINTAGE, "joined_at": NOW}
        await tx.execute(insert(OLD_RESIDENTS), row)
    contact = {"id": who.contact, "chat_id": who.chat, "resident_id": resident, "language": "en"}
    rest = {"reach": "reachable", "new_messages": False, "last_heard_at": NOW}
    await tx.execute(insert(OLD_CONTACTS), contact | rest)


async def stand_on(database: Database, revision: str) -> None:
    async with database.write() as tx:
        await tx.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": revision})


async def test_a_database_with_nothing_in_it_gets_every_table(empty_database):
    await migrations.upgrade(empty_database)
    async with empty_database.read() as tx:
        assert await tx.run_sync(table_names) == {*metadata.tables, "alembic_version"}


async def test_the_steps_lead_to_exactly_the_tables_in_the_code(database):
    async with database.read() as tx:
        assert await tx.run_sync(differences) == []


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX ix_deliveries_open",
        "ALTER TABLE contacts ADD COLUMN shoe_size INTEGER",
        "DROP TABLE drafts",
    ],
)
async def test_a_step_somebody_forgot_is_seen(malleable, change):
    async with malleable.write() as tx:
        await tx.execute(text(change))
        assert await tx.run_sync(differences) != []


async def test_a_database_on_the_newest_step_is_accepted(database):
    assert await migrations.check(database) is None


async def test_a_second_upgrade_changes_nothing(database):
    await migrations.upgrade(database)
    async with database.read() as tx:
        assert await tx.run_sync(differences) == []


async def test_a_database_of_the_first_step_keeps_its_people_on_the_way_up(empty_database):
    async with empty_database.write() as tx:
        await tx.run_sync(take_the_first_step)
        await lived_here(tx, AMINA)
    with pytest.raises(SchemaMismatch):
        await migrations.check(empty_database)
    await migrations.upgrade(empty_database)
    async with empty_database.write() as tx:
        assert await tx.run_sync(differences) == []
        await follows.follow(tx, AMINA.contact, FollowKind.WARD, ABBEY)
        assert (await contacts.contact(tx, AMINA.contact)).chat_id == AMINA.chat


def go_to(revision: str):
    def go(connection: Connection) -> None:
        command.downgrade(steps_of(connection), revision)

    return go


async def test_a_draft_that_was_begun_before_an_upgrade_is_there_after_it(malleable):
    """Words in hand were part of another draft."""
    data = '{"id": 5, "text": "We came", "offered": {"a/b": "The lamps"}}'
    async with malleable.write() as tx:
        await tx.run_sync(go_to("0008"))
        await lived_here(tx, AMINA)
        row = {"who": AMINA.contact, "data": data, "then": "2022-09-09 09:00:00.000000"}
        if tx.dialect.name == "postgresql":
            row["then"] = datetime(2022, 9, 9, 9, tzinfo=UTC)
        await tx.execute(
            text(
                "INSERT INTO drafts (contact_id, kind, data, expires_at) "
                "VALUES (:who, 'complaint-outcome', CAST(:data AS JSON), :then)"
                if tx.dialect.name == "postgresql"
                else "INSERT INTO drafts (contact_id, kind, data, expires_at) "
                "VALUES (:who, 'complaint-outcome', :data, :then)"
            ),
            row,
        )
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        found = {d.kind: d for d in (await contacts.contact(tx, AMINA.contact)).drafts}
    outcome = found["complaint-outcome"]
    assert (outcome.about, outcome.data) == ("5", {"id": 5, "text": "We came"})
    assert found["words"].data == {"offered": {"a/b": "The lamps"}}


async def test_who_was_named_to_read_words_of_danger_still_is_after_the_upgrade(empty_database):
    until = datetime(2027, 3, 31, 22, tzinfo=UTC)
    async with empty_database.write() as tx:
        await tx.run_sync(go_to_before_duties)
        await lived_here(tx, BOARD, ward=None)
        await members.give_role(tx, BOARD_MEMBER, BOARD.contact, A_BOARD, NOW)
        await tx.execute(
            insert(
                table(
                    "safeguarding",
                    column("staff_id"),
                    column("named_at", Moment),
                    column("until", Moment),
                )
            ),
            {"staff_id": BOARD_MEMBER, "named_at": NOW, "until": until},
        )
    await migrations.upgrade(empty_database)
    async with empty_database.write() as tx:
        (found,) = await duty_holders.holders(tx)
        assert (found.staff_id, found.duty) == (BOARD_MEMBER, Duty.SAFEGUARDING)
        assert (found.until, found.ended_at, found.wards) == (until, None, frozenset())
        assert is_current(found, NOW)
        await tx.run_sync(take_duties_back)
        named = await tx.execute(text("SELECT count(*) FROM safeguarding"))
        assert named.scalar_one() == 1


async def test_what_waits_for_approval_and_why_something_was_declined_come_along(empty_database):
    waits, declined = 41, 42
    async with empty_database.write() as tx:
        await tx.run_sync(go_to_before_approvals)
        await take_post(tx, BOARD, BOARD_MEMBER)
        for number, state in ((waits, "awaiting-yes"), (declined, "declined")):
            await records.add(tx, about_the_playground(number=number), "It is open.", NOW)
            await tx.execute(
                text("UPDATE broadcasts SET state = :state WHERE id = :id"),
                {"state": state, "id": number},
            )
        asked = {"staff_id": BOARD_MEMBER, "asked_at": NOW, "said_yes": None, "answered_at": None}
        said_no = {"said_yes": False, "answered_at": NOW}
        await tx.execute(
            insert(FORMER_APPROVALS),
            [
                {**asked, "broadcast_id": waits},
                {**asked, **said_no, "broadcast_id": declined},
            ],
        )
        why = {"reason": "It opens on Friday."}
        await deployment.note(
            tx, "declined-why", staff_id=BOARD_MEMBER, subject=str(declined), detail=why, now=NOW
        )
    await migrations.upgrade(empty_database)
    async with empty_database.write() as tx:
        found = await records.broadcast(tx, waits)
        (waiting,) = await approvals.of(tx, ApprovalSubject.BROADCAST, str(waits))
        assert waiting.content_hash == hash_of(await asked_content.content_of(tx, found))
        assert waiting.said_yes is None
        left = waiting.expires_at - datetime.now(UTC)
        assert timedelta(days=6, hours=23) < left <= timedelta(days=7)
        (no,) = await approvals.of(tx, ApprovalSubject.BROADCAST, str(declined))
        assert (no.said_yes, no.reason) == (False, "It opens on Friday.")
        assert await records.to_ask(tx) == []
        await tx.run_sync(take_approvals_back)
        kept = await tx.execute(text("SELECT broadcast_id, said_yes FROM approvals ORDER BY 1"))
        rows = [(row.broadcast_id, row.said_yes) for row in kept]
        assert [(number, None if yes is None else bool(yes)) for number, yes in rows] == [
            (waits, None),
            (declined, False),
        ]


async def test_whoever_joined_before_has_their_ward_on_the_contact_after_the_upgrade(malleable):
    async with malleable.write() as tx:
        await tx.run_sync(go_to("0010"))
        await lived_here(tx, AMINA)
        await lived_here(tx, BEN, ward=CHESHAM)
        await lived_here(tx, BOARD, ward=None)
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        found = await tx.execute(select(contacts.contacts.c.id, contacts.contacts.c.ward))
        wards = {AMINA.contact: ABBEY, BEN.contact: CHESHAM, BOARD.contact: None}
        assert {row.id: row.ward for row in found} == wards


async def test_whoever_joined_before_was_not_yet_offered_the_questions_about_themselves(malleable):
    async with malleable.write() as tx:
        await tx.run_sync(go_to("0010"))
        await lived_here(tx, AMINA)
    await migrations.upgrade(malleable)
    async with malleable.write() as tx:
        found = await tx.execute(select(contacts.contacts.c.equality_offered))
        assert [bool(offered) for offered in found.scalars()] == [False]
        await tx.run_sync(go_to("0022"))
        assert "equality_answers" not in await tx.run_sync(table_names)
        kept = await tx.execute(text("SELECT id FROM contacts"))
        assert kept.scalars().all() == [AMINA.contact]


async def test_what_is_open_or_has_closed_at_the_upgrade_stays_so(malleable, buckinghamshire):
    now = datetime.now(UTC)
    given = buckinghamshire.consultations["local-priorities"]
    dates = {
        "closed": (now - timedelta(days=60), now - timedelta(days=30)),
        "open": (now - timedelta(days=5), now + timedelta(days=30)),
        "upcoming": (now + timedelta(days=5), now + timedelta(days=30)),
    }
    async with malleable.write() as tx:
        for slug, (opens, closes) in dates.items():
            moved = {"slug": slug, "opens_at": opens, "closes_at": closes}
            moved |= {"hear_by": closes.date() + timedelta(days=9), "decision_due": None}
            await versions.publish(tx, given.model_copy(update=moved), now)
        await tx.run_sync(go_to("0016"))
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        decided = await steps.steering_now(tx)
        stages = {
            p.consultation.slug: stage(
                steered(p.consultation, decided.get(p.consultation.slug, Steering())), now
            )
            for p in await versions.published(tx)
        }
    assert stages == {
        "closed": Stage.CLOSED,
        "open": Stage.OPEN,
        "upcoming": Stage.CHECKED,
    }


async def test_whoever_goes_back_a_version_keeps_what_people_follow(malleable):
    async with malleable.write() as tx:
        await move_in(tx, AMINA)
        await follows.follow(tx, AMINA.contact, FollowKind.WARD, CHESHAM)
        await tx.run_sync(go_to("0010"))
        kept = await tx.execute(text("SELECT subject FROM follows"))
        assert kept.scalars().all() == [CHESHAM]
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        assert await tx.run_sync(differences) == []


async def test_a_database_newer_than_the_code_is_refused_at_the_start(malleable):
    await stand_on(malleable, "9999")
    with pytest.raises(SchemaMismatch) as no:
        await migrations.check(malleable)
    assert no.value.key == "start-database-newer"


async def test_a_database_newer_than_the_code_is_not_upgraded(malleable):
    await stand_on(malleable, "9999")
    with pytest.raises(SchemaMismatch) as no:
        await migrations.upgrade(malleable)
    assert no.value.key == "start-database-newer"


async def test_a_database_without_tables_is_refused_as_none(empty_database):
    with pytest.raises(SchemaMismatch) as no:
        await migrations.check(empty_database)
    assert no.value.key == "start-database-none"


async def test_a_database_taken_back_to_the_beginning_is_refused_as_none(malleable):
    async with malleable.write() as tx:
        await tx.run_sync(take_everything_back)
    with pytest.raises(SchemaMismatch) as no:
        await migrations.check(malleable)
    assert no.value.key == "start-database-none"


async def test_taking_everything_back_leaves_no_table_of_ours(malleable):
    async with malleable.write() as tx:
        await tx.run_sync(take_everything_back)
    async with malleable.read() as tx:
        assert await tx.run_sync(table_names) == {"alembic_version"}


async def test_after_all_steps_back_the_way_up_is_open_again(malleable):
    async with malleable.write() as tx:
        await tx.run_sync(take_everything_back)
    await migrations.upgrade(malleable)
    async with malleable.read() as tx:
        assert await tx.run_sync(differences) == []
