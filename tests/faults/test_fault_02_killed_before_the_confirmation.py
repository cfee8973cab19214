"""Killed after the commit and before the reply: the reply is sent after the restart.

Fails without `PendingReplies.send`, which sends the pending replies.
"""

from deployment import Deployment, shows
from kill_and_look import answers, at_the_first_question


async def test_fault_02_killed_after_the_commit_before_the_confirmation(
    deployment: Deployment,
) -> None:
    process = await deployment.runs()
    amina = await at_the_first_question(deployment)
    await deployment.kill(process)
    process = await deployment.runs(WARDMOTE_FAILPOINT="acted")
    amina.tap("3")
    await deployment.died(process)
    assert answers(deployment) == ['"public_realm"']
    assert shows(amina, "1 of 4.")
    await deployment.runs()
    await deployment.see(lambda: shows(amina, "2 of 4."))
    assert answers(deployment) == ['"public_realm"']
    assert sum("of 4." in m.text for m in amina.messages) == 1
