"""Killed after an update is stored and before its effect: processed at the next start, once.

Fails without `Receiver.serve` taking up what waits (`receive.waiting`) where Telegram has been told
that the update is here, and so sends it no more. Where it sends it again, it is still done once.
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
