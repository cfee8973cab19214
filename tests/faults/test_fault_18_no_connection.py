"""No connection to Telegram for a while, because the network or the name service is down: messages
that were certainly not sent are tried again, and arrive once.

Fails if "never connected" is not distinguished from "cut", which lets a row wait for its next try.
"""

import pytest
from deployment import Deployment, shows
from kill_and_look import arrived, asked, states, written
from line import line_to

from bot.sending.request import TelegramApi
from engagement.broadcasts.bot_api_responses import Fate, Reason

MANY = 12


def waiting(deployment: Deployment) -> set[int]:
    """Chats whose message was tried, was certainly not sent, and waits for its next try."""
    rows = asked(
        deployment,
        "SELECT chat_id FROM deliveries JOIN contacts ON contacts.id = contact_id"
        " WHERE deliveries.state = 'queued' AND reason = 'no-line' AND attempts > 0",
    )
    return {chat for (chat,) in rows}


@pytest.mark.long
async def test_fault_18_what_could_not_be_sent_goes_when_the_connection_is_back(
    deployment: Deployment,
) -> None:
    member, people = await written(deployment, MANY)
    async with line_to(deployment.site.url) as line:
        settings = {"WARDMOTE_BOT_API": line.url, "WARDMOTE_MESSAGES_A_SECOND": "3"}
        await deployment.runs(**settings)
        member.tap("Send to")
        await deployment.see(lambda: sum(arrived(people)) >= 1)
        await line.down()
        people[0].type("/help")
        await deployment.see(lambda: waiting(deployment))
        could_not_go = waiting(deployment)
        assert sum(arrived([p for p in people if p.user_id in could_not_go])) == 0
        await line.up()
        await deployment.see(lambda: shows(member, "Sent."))
        await deployment.see(lambda: any("/consultations" in m.text for m in people[0].messages))
    assert max(arrived(people)) == 1
    ends = states(deployment)
    assert sum(ends.values()) == MANY
    assert arrived([p for p in people if p.user_id in could_not_go]) == [1] * len(could_not_go)
    # Messages in flight at the cut, a second's worth at most, are not known; all others were sent.
    assert set(ends) <= {"sent", "unknown"}
    assert ends.get("unknown", 0) <= 3
    assert ends["sent"] <= sum(arrived(people)) <= MANY


async def test_fault_18_a_refused_connection_and_an_unknown_name_were_certainly_not_sent() -> None:
    for address in ("http://127.0.0.1:9", "http://no-such-name.invalid"):
        async with TelegramApi(address, "1:made-up") as api:
            outcome = await api.call("sendMessage", {"chat_id": 1, "text": "x"})
        assert (outcome.fate, outcome.reason) == (Fate.NEVER_SENT, Reason.NO_CONNECTION)
