"""Reads a deployment's database from outside, and kills a broadcast while it is being sent."""

import sqlite3
from typing import Any

from deployment import Deployment, shows

from emulator import Phone
from engagement.staff.rights import Role

NEWS = "The lamps are on."


def asked(deployment: Deployment, question: str) -> list[tuple[Any, ...]]:
    """The rows of a query, read over a short-lived connection of its own."""
    db = sqlite3.connect(deployment.folder / "wardmote.db", timeout=30)
    try:
        return db.execute(question).fetchall()
    finally:
        db.close()


def answers(deployment: Deployment) -> list[str]:
    """Every current answer, as stored."""
    return [row[0] for row in asked(deployment, "SELECT value FROM answers ORDER BY question")]


def nothing_owed(deployment: Deployment) -> bool:
    """Whether every reply is recorded as sent; one that is not may come twice after a kill."""
    return asked(deployment, "SELECT count(*) FROM inbox WHERE person IS NOT NULL") == [(0,)]


def states(deployment: Deployment) -> dict[str, int]:
    """The number of deliveries in each state."""
    return dict(asked(deployment, "SELECT state, count(*) FROM deliveries GROUP BY state"))


def arrived(people: list[Phone]) -> list[int]:
    """How often each of them got the news."""
    return [sum(NEWS in m.text for m in phone.messages) for phone in people]


def in_line(deployment: Deployment, people: list[Phone]) -> list[Phone]:
    """These people in the order in which a broadcast goes to them, which is random."""
    order = [chat for (chat,) in asked(deployment, "SELECT chat_id FROM contacts ORDER BY id")]
    return sorted(people, key=lambda phone: order.index(phone.user_id))


async def at_the_first_question(deployment: Deployment) -> Phone:
    """A resident at question 1 of 4, with no reply pending for anybody."""
    (amina,) = await deployment.with_residents(1, name="Amina")
    amina.type("/consultations")
    await deployment.see(lambda: shows(amina, "Answer") or amina.keyboard_message is not None)
    amina.tap("Answer now")
    await deployment.see(lambda: shows(amina, "1 of 4."))
    await deployment.see(lambda: nothing_owed(deployment))
    return amina


async def written(deployment: Deployment, count: int) -> tuple[Phone, list[Phone]]:
    """A board member with a broadcast to ``count`` residents, one tap before it goes."""
    people = await deployment.with_residents(count)
    member = await deployment.with_staff(Role.BOARD_MEMBER, "E05013131")
    process = await deployment.runs()
    member.type("/send")
    await deployment.see(lambda: shows(member, "What is it about"))
    member.tap("Something else")
    await deployment.see(lambda: shows(member, "Write it as"))
    member.type(NEWS)
    await deployment.see(lambda: shows(member, "This is what people will get"))
    await deployment.see(lambda: nothing_owed(deployment))
    await deployment.kill(process)
    return member, people


async def cut_short(deployment: Deployment, failpoint: str, count: int) -> list[int]:
    """Kill the bot during a broadcast and start it again; return how often each person got it."""
    member, people = await written(deployment, count)
    process = await deployment.runs(WARDMOTE_FAILPOINT=failpoint, WARDMOTE_MESSAGES_A_SECOND="5")
    member.tap("Send to")
    await deployment.died(process)
    await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    assert member.last is not None
    assert "Of fewer than 10 people" in member.last.text
    return arrived(people)
