"""Asked to stop: it accepts no more work, finishes what is in flight within 20 seconds, and exits.

Fails without `Service.wind_down` (the hanging call is cut, and its row is unknown).
"""

import asyncio
import signal
import time

import pytest
from deployment import Deployment, shows
from kill_and_look import arrived, asked, in_line, states, written

from emulator import Hang


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
async def test_fault_06_a_signal_ends_it_cleanly(
    deployment: Deployment, name: signal.Signals
) -> None:
    process = await deployment.runs()
    await deployment.joins("Amina")
    process.send_signal(name)
    out, _ = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert b"Traceback" not in out


async def test_fault_06_a_call_that_hangs_is_finished_and_the_rest_goes_after_the_restart(
    deployment: Deployment,
) -> None:
    member, people = await written(deployment, 6)
    slow = in_line(deployment, people)[0]
    deployment.emulator.faults.next("sendMessage", Hang(2), chat_id=slow.user_id)
    process = await deployment.runs(WARDMOTE_MESSAGES_A_SECOND="2")
    member.tap("Send to fewer than 10 people")
    await deployment.see(lambda: deployment.emulator.faults.left == 0)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.wait(), 20)
    assert process.returncode == 0
    assert time.monotonic() - began < 20
    assert arrived([slow]) == [1]
    left = states(deployment)
    assert left.get("queued", 0) > 0
    assert set(left) <= {"queued", "sent"}
    assert asked(deployment, "SELECT count(*) FROM inbox WHERE state = 'new'") == [(0,)]
    await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    assert states(deployment) == {"sent": 6}
    assert arrived(people) == [1] * 6


@pytest.mark.long
async def test_fault_06_what_hangs_longer_than_that_is_unknown_and_nobody_else_is(
    deployment: Deployment,
) -> None:
    member, people = await written(deployment, 6)
    deployment.emulator.faults.next("sendMessage", Hang(60), chat_id=people[0].user_id)
    process = await deployment.runs(WARDMOTE_MESSAGES_A_SECOND="2")
    member.tap("Send to fewer than 10 people")
    await deployment.see(lambda: deployment.emulator.faults.left == 0)
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.wait(), 20)
    assert process.returncode == 0
    await deployment.runs()
    await deployment.see(lambda: shows(member, "Sent."))
    assert states(deployment) == {"sent": 5, "unknown": 1}
    assert arrived(people) == [0, 1, 1, 1, 1, 1]
