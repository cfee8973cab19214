"""No connection to Telegram for a while, as when the line or the name service is down: whatever was
certainly not sent is tried again, and arrives once.

Fails without telling "never connected" from "cut", which lets a row wait for its next try.
"""

from deployment import Deployment, shows
from kill_and_look import NEWS, arrived, states, written
from line import line_to

from bot.request import TelegramApi
from engagement.delivery import Fate, Reason


async def test_fault_18_what_could_not_go_goes_when_the_line_is_back(
    deployment: Deployment,
) -> None:
    member, people = await written(deployment, 6)
    async with line_to(deployment.site.url) as line:
        settings = {"WARDMOTE_BOT_API": line.url, "WARDMOTE_MESSAGES_A_SECOND": "3"}
        await deployment.runs(**settings)
        member.tap("Send to 6 people")
        await deployment.see(lambda: sum(arrived(people)) >= 1)
        await line.down()
        people[0].type("/help")
        await deployment.see(lambda: "queued" in states(deployment) or len(states(deployment)) > 1)
        before = sum(arrived(people))
        await line.up()
        await deployment.see(lambda: shows(member, "Sent."))
        await deployment.see(lambda: shows(people[0], "/consultations"))
    assert max(arrived(people)) == 1
    assert sum(arrived(people)) > before or before == 6
    ends = states(deployment)
    assert set(ends) <= {"sent", "unknown"}
    # What the cut itself caught may be unknown; what came after it is not.
    assert ends["sent"] == sum(arrived(people))
    assert ends.get("unknown", 0) <= 2
    assert NEWS


async def test_fault_18_nobody_listens_and_no_such_name_were_certainly_not_sent() -> None:
    for address in ("http://127.0.0.1:9", "http://no-such-name.invalid"):
        async with TelegramApi(address, "1:made-up") as api:
            outcome = await api.call("sendMessage", {"chat_id": 1, "text": "x"})
        assert (outcome.fate, outcome.reason) == (Fate.NEVER_SENT, Reason.NO_LINE)
