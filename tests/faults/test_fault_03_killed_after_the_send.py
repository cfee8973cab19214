"""Killed after a message was sent and before its row says so: unknown, and not sent again
automatically.

Fails if the claims of a former process do not become unknown at the start.
"""

from deployment import Deployment
from kill_and_look import cut_short, states


async def test_fault_03_killed_after_the_send_before_the_mark(deployment: Deployment) -> None:
    arrived = await cut_short(deployment, "sent", 6)
    assert max(arrived) == 1
    # One call had ended, but was not yet recorded: that row and its neighbours are not known.
    assert set(states(deployment)) <= {"sent", "unknown"}
    assert states(deployment)["unknown"] > 0
    assert sum(states(deployment).values()) == 6
