"""Killed while claims are ahead of calls: few deliveries are unknown, and nobody is left without.

Fails if a whole second is claimed at once (`Sender._room`), or if a second sending that had not
begun becomes unknown (`claims.release_claims`).
"""

from deployment import Deployment, shows
from kill_and_look import arrived, states, written

from emulator import Phone

PEOPLE = 30
RATE = "100"
"""A second of this rate is more than everybody."""


async def killed_while_sending(deployment: Deployment, point: str) -> tuple[Phone, list[Phone]]:
    """Kill the bot at ``point`` of a broadcast, and start it again."""
    member, people = await written(deployment, PEOPLE)
    process = await deployment.runs(WARDMOTE_FAILPOINT=point, WARDMOTE_MESSAGES_A_SECOND=RATE)
    member.tap(f"Send to about {PEOPLE} people")
    await deployment.died(process)
    process = await deployment.runs(WARDMOTE_MESSAGES_A_SECOND=RATE)
    await deployment.see(lambda: shows(member, "Sent."))
    await deployment.kill(process)
    return member, people


async def test_fault_03_a_kill_makes_only_the_next_few_unknown(deployment: Deployment) -> None:
    """P8."""
    _, people = await killed_while_sending(deployment, "claimed")
    ended = states(deployment)
    assert ended["unknown"] <= 5
    assert ended["sent"] == PEOPLE - ended["unknown"]
    assert sum(arrived(people)) == ended["sent"]


async def test_fault_03_a_kill_during_send_again_leaves_nobody_who_can_never_get_it(
    deployment: Deployment,
) -> None:
    """P8. Those whose second sending had not begun get it after the restart."""
    member, people = await killed_while_sending(deployment, "claimed")
    process = await deployment.runs(WARDMOTE_FAILPOINT="claimed", WARDMOTE_MESSAGES_A_SECOND=RATE)
    member.tap("Send again to fewer than 10 people")
    await deployment.see(lambda: "Yes, send again" in str(member.keyboard_message))
    member.tap("Yes, send again")
    await deployment.died(process)
    await deployment.runs(WARDMOTE_MESSAGES_A_SECOND=RATE)
    await deployment.see(lambda: states(deployment) == {"sent": PEOPLE})
    assert arrived(people) == [1] * PEOPLE


async def test_fault_03_a_second_sending_that_was_under_way_is_unknown_and_never_sent_a_third_time(
    deployment: Deployment,
) -> None:
    """P8."""
    member, people = await killed_while_sending(deployment, "sent")
    process = await deployment.runs(WARDMOTE_FAILPOINT="sent", WARDMOTE_MESSAGES_A_SECOND=RATE)
    member.tap("Send again to fewer than 10 people")
    await deployment.see(lambda: "Yes, send again" in str(member.keyboard_message))
    member.tap("Yes, send again")
    await deployment.died(process)
    await deployment.runs(WARDMOTE_MESSAGES_A_SECOND=RATE)
    await deployment.see(lambda: states(deployment).keys() == {"sent", "unknown"})
    await deployment.see(lambda: shows(member, "Sent."))
    # A call that was cut off in both sendings may never have arrived; its outcome is not known.
    assert arrived(people).count(0) <= states(deployment)["unknown"]
    assert max(arrived(people)) <= 2
