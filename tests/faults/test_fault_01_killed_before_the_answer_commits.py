"""Killed after an update is stored and before its effect: it is processed once, at the next start.

Fails if `Receiver.serve` does not handle what waits (`receive.waiting`) after the update was
confirmed to Telegram, which then does not send it again. If it does, the update is still handled
once.
"""

import pytest
from deployment import Deployment, shows
from kill_and_look import answers, at_the_first_question


@pytest.mark.parametrize("sent_again", [True, False])
async def test_fault_01_killed_after_the_update_was_stored(
    deployment: Deployment, sent_again: bool
) -> None:
    process = await deployment.runs()
    amina = await at_the_first_question(deployment)
    await deployment.kill(process)
    process = await deployment.runs(WARDMOTE_FAILPOINT="stored")
    amina.tap("3")
    await deployment.died(process)
    assert answers(deployment) == []
    if not sent_again:
        deployment.emulator.updates.clear()
    await deployment.runs()
    await deployment.see(lambda: shows(amina, "2 of 4."))
    assert answers(deployment) == ['"public_realm"']
    assert sum("2 of 4." in m.text for m in amina.messages) == 1
