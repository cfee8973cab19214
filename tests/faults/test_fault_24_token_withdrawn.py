"""The token is withdrawn in the middle of a broadcast: the bot ends with a clear line and not with
0, keeps its queue, and goes on from there when there is a new token.

Fails without 401 ending the process, and without its rows going back to the queue.
"""

import asyncio

import pytest
from deployment import PATIENCE, Deployment, shows
from kill_and_look import arrived, states, written

from emulator import Status

WITHDRAWN = Status(401, "Unauthorized")
MANY = 12


@pytest.mark.parametrize("method", ["sendMessage", "getUpdates"])
async def test_fault_24_a_withdrawn_token_ends_the_bot_and_loses_nothing(
    deployment: Deployment, method: str
) -> None:
    member, people = await written(deployment, MANY)
    process = await deployment.runs(WARDMOTE_MESSAGES_A_SECOND="3")
    member.tap(f"Send to {MANY} people")
    await deployment.see(lambda: sum(arrived(people)) >= 2)
    deployment.emulator.faults.next(method, WITHDRAWN, 1000)
    if method == "getUpdates":
        # What somebody writes ends the poll that waits; the next one meets the refusal.
        people[0].type("/help")
    said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert "Telegram no longer knows this token. Nothing is lost" in said.decode()
    left = states(deployment)
    assert set(left) <= {"queued", "claimed", "sent"}
    assert left["queued"] >= 1
    if method == "sendMessage":
        # Each was refused for certain: it is as if it had never begun.
        assert left["queued"] == MANY - sum(arrived(people))
    deployment.emulator.faults.clear()
    await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    ends = states(deployment)
    assert max(arrived(people)) == 1
    assert sum(ends.values()) == MANY
    # All that had not begun goes with the new token; what is not known was under way at the end.
    assert ends["sent"] == left["sent"] + left["queued"]
    assert ends.get("unknown", 0) == left.get("claimed", 0)
    assert sum(arrived(people)) >= ends["sent"]
