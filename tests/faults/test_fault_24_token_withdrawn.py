"""The token is revoked in the middle of a broadcast: the bot exits with a clear message and a
nonzero code, keeps its queue, and continues from there with a new token.

Fails if 401 does not end the process, and if its rows do not go back to the queue.
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
    member.tap("Send to")
    await deployment.see(lambda: sum(arrived(people)) >= 2)
    deployment.emulator.faults.next(method, WITHDRAWN, 1000)
    if method == "getUpdates":
        # A new message ends the waiting poll; the next one meets the refusal.
        people[0].type("/help")
    said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert "Telegram no longer accepts this token. Nothing is lost" in said.decode()
    left = states(deployment)
    assert set(left) <= {"queued", "claimed", "sent"}
    assert left["queued"] >= 1
    if method == "sendMessage":
        # Each was certainly refused: it is as if it had never been tried.
        assert left["queued"] == MANY - sum(arrived(people))
    deployment.emulator.faults.clear()
    await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    ends = states(deployment)
    assert max(arrived(people)) == 1
    assert sum(ends.values()) == MANY
    # Everything not yet begun goes with the new token; unknown ones were in flight at the end.
    assert ends["sent"] == left["sent"] + left["queued"]
    assert ends.get("unknown", 0) == left.get("claimed", 0)
    assert sum(arrived(people)) >= ends["sent"]
