"""Killed around an answer to a quick poll: it is kept once, and said only once it is kept.

Fails if the answer is not in the commit of its update, or if a reply that is pending after a kill
is not sent at the next start.
"""

import pytest
from asking import QUESTION
from deployment import Deployment, shows
from kill_and_look import asked, nothing_owed

from emulator import Phone
from engagement.staff.rights import Role


async def at_the_poll(deployment: Deployment) -> Phone:
    """A resident who has been sent a quick poll, with no reply pending for anybody."""
    (amina,) = await deployment.with_residents(1, name="Amina")
    maria = await deployment.with_staff(Role.BOARD_MEMBER, "E05013131", label="Maria")
    nick = await deployment.with_staff(Role.BOARD_MEMBER, "E05013131", label="Nick")
    for typed, sees in (
        (f"/ask {QUESTION}", "What can people choose from?"),
        ("Saturday\nSunday", "Until when"),
        ("7", "This is what people will get"),
    ):
        maria.type(typed)
        await deployment.see(lambda words=sees: shows(maria, words))
    maria.tap("Send to")
    await deployment.see(lambda: shows(nick, "asks you to approve"))
    nick.tap("Yes, send")
    await deployment.see(lambda: shows(amina, QUESTION))
    await deployment.see(lambda: nothing_owed(deployment))
    return amina


def answers(deployment: Deployment) -> list[str]:
    return [row[0] for row in asked(deployment, "SELECT answer FROM poll_answers")]


@pytest.mark.parametrize(
    ("point", "kept"), [("stored", []), ("acted", ["Sunday"]), ("replied", ["Sunday"])]
)
async def test_a_kill_around_an_answer_loses_nothing_and_says_nothing_too_early(
    deployment: Deployment, point: str, kept: list[str]
) -> None:
    process = await deployment.runs()
    amina = await at_the_poll(deployment)
    await deployment.kill(process)
    process = await deployment.runs(WARDMOTE_FAILPOINT=point)
    amina.tap("Sunday")
    await deployment.died(process)
    assert answers(deployment) == kept
    assert shows(amina, "Kept: Sunday.") is (point == "replied")
    await deployment.runs()
    await deployment.see(lambda: shows(amina, "Sunday. You can change it until"))
    await deployment.see(lambda: nothing_owed(deployment))
    assert answers(deployment) == ["Sunday"]
