"""Killed at every named point, in the middle of a broadcast while people are answering: everything
continues by itself within 30 seconds, and ledger, answers, replies and phones agree.

Every name in `failpoints.POINTS` is a case here, so that a new point cannot be forgotten; those of
voice notes are cases of tests/wardmote/service/test_voice_notes_after_a_kill.py.

Fails if the claims of a former process do not become unknown (`deliver.release`), if pending
replies are not sent (`PendingReplies.send`), or if a claim that was left behind is queued again.
"""

import time

import pytest
from deployment import Deployment, shows
from kill_and_look import NEWS, answers, asked, nothing_owed, states

from emulator import Phone
from engagement.staff.rights import Role
from wardmote.service.failpoints import POINTS

READERS = 10
ANSWERING = 3
PROMISED_SECONDS = 30.0
ONCE_IN_A_BROADCAST = ("filled", "drawn")
"""Points passed once here; at any other the process dies when it passes the second time."""
QUICK = "sent"
OF_VOICES = ("fetched",)
CASES = [
    p if p == QUICK else pytest.param(p, marks=pytest.mark.long)
    for p in POINTS
    if p not in OF_VOICES
]


class Town:
    """Readers, of whom some are answering; a board member who sends; an officer who exports."""

    def __init__(self, deployment: Deployment) -> None:
        self.deployment = deployment
        self.readers: list[Phone] = []
        self.member: Phone
        self.officer: Phone
        self.second: Phone

    @property
    def answering(self) -> list[Phone]:
        return self.readers[:ANSWERING]

    @property
    def got(self) -> dict[int, int]:
        """How often each reader got the news, according to the emulator's witness."""
        held = self.deployment.emulator.witness.holding(NEWS)
        return {reader.user_id: held.get(reader.user_id, 0) for reader in self.readers}

    @property
    def ledger(self) -> dict[int, str]:
        """The state of each recipient's row, by chat. A chat with two rows fails here."""
        rows = asked(
            self.deployment,
            "SELECT chat_id, deliveries.state FROM deliveries"
            " JOIN contacts ON contacts.id = contact_id",
        )
        assert len(rows) == len(dict(rows))
        return dict(rows)

    async def gathers(self) -> None:
        """Bring everybody to one tap before what they will do, with no reply pending."""
        see = self.deployment.see
        self.readers = await self.deployment.with_residents(READERS)
        self.member = await self.deployment.with_staff(Role.BOARD_MEMBER, "E05013131")
        self.officer = await self.deployment.with_staff(Role.OFFICER, label="Officer")
        self.second = await self.deployment.with_staff(Role.OFFICER, label="Second")
        process = await self.deployment.runs()
        for reader in self.answering:
            reader.type("/consultations")
        self.member.type("/send")
        self.officer.type("/export")
        for reader in self.answering:
            await see(lambda phone=reader: phone.keyboard_message is not None)
            reader.tap("Answer now")
        await see(lambda: shows(self.member, "What is it about"))
        self.member.tap("Something else")
        await see(lambda: shows(self.officer, "Answers to which questions"))
        self.officer.tap("1 ")
        await see(lambda: shows(self.officer, "We would ask: Second"))
        self.officer.tap("Ask for approval")
        await see(lambda: shows(self.second, "asks you to approve a file"))
        self.second.tap("Yes, approve")
        await see(lambda: shows(self.member, "Write it as"))
        self.member.type(NEWS)
        await see(lambda: shows(self.member, f"To about {READERS} people"))
        await see(lambda: "CSV" in str(self.officer.keyboard_message))
        await see(lambda: all(shows(reader, "1 of 4.") for reader in self.answering))
        await see(lambda: nothing_owed(self.deployment))
        await self.deployment.kill(process)

    async def dies_at(self, point: str) -> None:
        """Broadcast, answer and export until the process kills itself at ``point``."""
        moment = point if point in ONCE_IN_A_BROADCAST else f"{point}:2"
        process = await self.deployment.runs(
            WARDMOTE_FAILPOINT=moment, WARDMOTE_MESSAGES_A_SECOND="4"
        )
        self.member.tap("Send to")
        await self.deployment.see(lambda: sum(self.got.values()) or process.returncode is not None)
        for reader in self.answering:
            reader.tap("3")
        self.officer.tap("CSV")
        await self.deployment.died(process)

    @property
    def is_settled(self) -> bool:
        """Whether everybody has what they wait for, and nothing is left to do."""
        return (
            shows(self.member, "Sent.")
            and all(was_asked_next(reader) for reader in self.answering)
            and nothing_left(self.deployment)
        )


def was_asked_next(reader: Phone) -> int:
    """How often the second question is in the chat; the news may be below it."""
    return sum("2 of 4." in m.text for m in reader.messages if m.from_bot)


def nothing_left(deployment: Deployment) -> bool:
    """Whether no update waits, no reply is pending, and no row of the ledger is open."""
    waiting = asked(deployment, "SELECT count(*) FROM inbox WHERE state = 'new'")
    return (
        waiting == [(0,)]
        and nothing_owed(deployment)
        and set(states(deployment)).isdisjoint({"queued", "claimed"})
    )


@pytest.fixture
async def town(deployment: Deployment) -> Town:
    town = Town(deployment)
    await town.gathers()
    return town


@pytest.mark.parametrize("point", CASES)
async def test_killed_at_any_point_of_a_broadcast_all_goes_on_and_adds_up(
    town: Town, deployment: Deployment, point: str
) -> None:
    await town.dies_at(point)
    in_flight = states(deployment).get("claimed", 0)
    began = time.monotonic()
    await deployment.runs()
    await deployment.see(lambda: town.is_settled)
    assert time.monotonic() - began < PROMISED_SECONDS
    audience = asked(deployment, "SELECT people_frozen, state FROM broadcasts")
    assert audience == [(READERS, "sent")]
    ledger, got = town.ledger, town.got
    assert ledger.keys() == got.keys()
    assert set(ledger.values()) <= {"sent", "unknown"}
    # What was in flight is not known; everything else was sent once, and the ledger says so.
    assert sum(state == "unknown" for state in ledger.values()) <= in_flight
    assert all(got[chat] == 1 for chat, state in ledger.items() if state == "sent")
    assert max(got.values()) == 1
    assert answers(deployment) == ['"public_realm"'] * ANSWERING
    assert {was_asked_next(reader) for reader in town.answering} <= {1, 2}
    await all_may_be_sent_again(town, in_flight)


async def all_may_be_sent_again(town: Town, in_flight: int) -> None:
    """Send again to those whose delivery is not known: nobody is without the news, nobody has it
    three times, and no more people have it twice than were in flight at the kill."""
    unknown = sum(state == "unknown" for state in town.ledger.values())
    if unknown:
        town.member.tap("Send again to up to about 10 people")
        await town.deployment.see(lambda: "Yes, send again" in str(town.member.keyboard_message))
        town.member.tap("Yes, send again")
        await town.deployment.see(lambda: set(town.ledger.values()) == {"sent"})
    got = town.got
    assert set(got.values()) <= {1, 2}
    assert sum(got.values()) - READERS <= min(unknown, in_flight)
