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


@pytest.mark.parametrize("method", ["sendMessage", "getUpdates"])
async def test_fault_24_a_withdrawn_token_ends_the_bot_and_loses_nothing(
    deployment: Deployment, method: str
) -> None:
    member, people = await written(deployment, 6)
    process = await deployment.runs(WARDMOTE_MESSAGES_A_SECOND="4")
    member.tap("Send to 6 people")
    await deployment.see(lambda: sum(arrived(people)) >= 2)
    deployment.emulator.faults.next(method, WITHDRAWN, 1000)
    said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert "Telegram no longer knows this token. Nothing is lost" in said.decode()
    left = states(deployment)
    assert left.get("queued", 0) + left.get("claimed", 0) >= 1
    deployment.emulator.faults.clear()
    await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    assert max(arrived(people)) == 1
    assert sum(states(deployment).values()) == 6
    assert states(deployment).get("sent", 0) == sum(arrived(people))
