"""A backup made in the middle of a broadcast is restored: nothing goes out until a person releases
it, people who were forgotten stay forgotten, and the ledger adds up.

Fails if `holding.held` is not checked before anything is filled or claimed, and if replies to what
was stored before are not suppressed (`Receiver._left_over`).
"""

import asyncio
import signal
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from deployment import Deployment, shows
from saved import asked, backed_up

from emulator import Phone

LAMPS = "The lamps are on."
COUNT = 6


def got(people: Sequence[Phone]) -> list[int]:
    return [sum(LAMPS in m.text for m in p.messages) for p in people]


def seen(people: Sequence[Phone]) -> list[int]:
    """How many of the bot's messages each phone holds."""
    return [len([m for m in p.messages if m.from_bot]) for p in people]


def states(deployment: Deployment) -> dict[str, int]:
    found = asked(
        deployment.folder / "wardmote.db", "SELECT state, count(*) FROM deliveries GROUP BY state"
    )
    return {str(state): int(count) for state, count in found}


def in_the_file(file: Path, chat: int) -> bool:
    """Whether a chat's number is anywhere in the file, as text or as SQLite stores a number."""
    data = file.read_bytes()
    return str(chat).encode() in data or chat.to_bytes(6, "big").lstrip(b"\0") in data


async def board_member(deployment: Deployment) -> Phone:
    code, link = await deployment.command(
        "invite", "--role", "board-member", "--board", "high-wycombe", "--name", "Member"
    )
    assert code == 0, link
    member = deployment.emulator.phone("Member")
    member.start(link.strip().rpartition("=")[2])
    await deployment.see(lambda: shows(member, "You are now a board member"))
    return member


async def half_way(deployment: Deployment) -> tuple[list[Phone], Phone, Path]:
    """Kill a broadcast after its second claim and back up; then let it finish, have one resident
    use /forget and one answer. Returns the residents, the board member and the backup."""
    process = await deployment.runs()
    people = [await deployment.joins(f"Resident {n}") for n in range(COUNT)]
    member = await board_member(deployment)
    member.type("/send")
    await deployment.see(lambda: shows(member, "Who is it for"))
    member.type("Booker, Cressex and Castlefield")
    await deployment.see(lambda: shows(member, "1 ward chosen"))
    member.tap("Done")
    await deployment.see(lambda: shows(member, "What is it about"))
    member.tap("Something else")
    await deployment.see(lambda: shows(member, "Write it as"))
    member.type(LAMPS)
    await deployment.see(lambda: shows(member, "To fewer than"))
    await deployment.kill(process)
    process = await deployment.runs(WARDMOTE_FAILPOINT="claimed:2", WARDMOTE_MESSAGES_A_SECOND="2")
    member.tap("Send to")
    await deployment.died(process)
    assert states(deployment)["queued"] > 0
    file = await backed_up(deployment)
    process = await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    people[0].type("/forget")
    await deployment.see(lambda: shows(people[0], "Shall we forget you"))
    people[0].tap("Yes, forget me")
    await deployment.see(lambda: shows(people[0], "We've forgotten"))
    people[1].tap("Answer now")
    await deployment.see(lambda: shows(people[1], "1 of 4."))
    people[1].tap("3")
    await deployment.see(lambda: shows(people[1], "2 of 4."))
    await deployment.kill(process)
    return people, member, file


async def restored(deployment: Deployment, file: Path) -> None:
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert "Residents forgotten again, from the list: fewer than 10." in said


@pytest.mark.parametrize("decision", ["cancel", "release"])
async def test_fault_15_restored_from_a_backup(deployment: Deployment, decision: str) -> None:
    people, member, file = await half_way(deployment)
    everybody = [*people, member]
    chat = people[0].user_id
    assert in_the_file(file, chat), "the backup knows a person who has left since"
    arrived, before = got(people), seen(everybody)
    await restored(deployment, file)
    assert not in_the_file(deployment.folder / "wardmote.db", chat)

    process = await deployment.runs()
    code, said = await deployment.command("sends", "show")
    assert code == 0, said
    assert "All sends have been held since" in said
    assert LAMPS in said
    # Long enough for the first round of sender and staff notices: both end within a second.
    await asyncio.sleep(3)
    assert (got(people), seen(everybody)) == (arrived, before)
    assert states(deployment)["queued"] > 0

    people[1].type("/mine")
    await deployment.see(lambda: shows(people[1], "haven't answered"))
    assert got(people) == arrived

    waiting = states(deployment)["queued"]
    code, said = await deployment.command("sends", decision)
    assert code == 0, said
    process.send_signal(signal.SIGHUP)  # the next minute begins now
    await deployment.see(lambda: not states(deployment).keys() & {"queued", "claimed"})
    assert sum(states(deployment).values()) == COUNT
    if decision == "cancel":
        # The delivery to the person forgotten again had been cancelled before.
        await deployment.see(lambda: shows(member, "Fewer than 10 held back"))
        assert "came from a backup" in member.last.text
        assert got(people) == arrived
    else:
        assert sum(got(people)) == sum(arrived) + waiting
        assert max(got(people)) <= 2
    assert got(people)[0] == arrived[0]
    acts = asked(deployment.folder / "wardmote.db", "SELECT act FROM audit ORDER BY id")
    assert ("cancelled-sends" if decision == "cancel" else "released-sends",) in acts
    code, said = await deployment.command("sends", "show")
    assert "Sends are not held" in said


async def test_fault_15_the_list_here_and_the_list_in_the_backup_are_both_kept(
    deployment: Deployment,
) -> None:
    listed = deployment.folder / "wardmote.db.forgotten"
    listed.write_text("11\n12\n")
    file = await backed_up(deployment)
    listed.write_text("12\n13\n")
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    assert listed.read_text().split() == ["11", "12", "13"]


async def test_fault_15_updates_from_before_the_backup_are_handled_without_a_reply(
    deployment: Deployment,
) -> None:
    """Stored and not yet handled when backed up: the answer counts, but no reply is sent now."""
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    amina.tap("Answer now")
    await deployment.see(lambda: shows(amina, "1 of 4."))
    await asyncio.sleep(0.5)
    await deployment.kill(process)
    process = await deployment.runs(WARDMOTE_FAILPOINT="stored")
    amina.tap("3")
    await deployment.died(process)
    file = await backed_up(deployment)
    code, said = await deployment.command("restore", str(file))
    assert code == 0, said
    await deployment.runs()
    here = deployment.folder / "wardmote.db"
    await deployment.see(lambda: asked(here, "SELECT count(*) FROM answers") == [(1,)])
    await asyncio.sleep(1)
    assert shows(amina, "1 of 4.")
    amina.type("/mine")
    await deployment.see(lambda: shows(amina, "Your answers"))


def test_a_number_is_found_as_sqlite_keeps_it(tmp_path: Path) -> None:
    """Checks the check itself: it finds a chat's number in an SQLite file."""
    chat = 5_000_000_123
    db = sqlite3.connect(tmp_path / "x.db")
    db.execute("CREATE TABLE contacts (chat_id BIGINT)")
    db.execute("INSERT INTO contacts VALUES (?)", (chat,))
    db.commit()
    db.close()
    assert in_the_file(tmp_path / "x.db", chat)
