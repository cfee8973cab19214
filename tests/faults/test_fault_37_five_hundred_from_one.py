"""Five hundred updates from one account within seconds: replies to other people are not delayed.

Fails if updates share one lane instead of one lane per person (`inbox.lane`).
"""

import time
from datetime import timedelta

from company import Neighbourhood
from deployment import Deployment, shows
from kill_and_look import asked

MINE = "You haven't answered"
PROMISED = timedelta(seconds=2)
SOON = 5.0
"""Seconds of real time; the machine may be busy with other things as well."""


async def test_fault_37_five_others_are_answered_within_two_seconds_of_the_story(
    hood: Neighbourhood,
) -> None:
    """On the story's clock only our own waits count: anyone who waits behind the flood, for its
    lane or its place with the pacer, is late here however fast the machine is."""
    flood, *others = await hood.residents(6, "HP12 3HP")
    began = hood.stage.clock.now()
    for number in range(500):
        flood.phone.type(f"/mine {number}")
    for person in others:
        person.phone.type("/mine")
    await others[-1].settles()
    waits = [m.sent_at - began for person in others for m in person.from_bot if MINE in m.text]
    assert len(waits) == 5
    assert max(waits) <= PROMISED
    assert flood.said_by_bot(MINE) > 0


async def test_fault_37_others_are_answered_while_the_flood_is_still_being_read(
    deployment: Deployment,
) -> None:
    flood, *others = await deployment.with_residents(6)
    await deployment.runs()
    for number in range(500):
        flood.type(f"/mine {number}")
    waits = []
    for person in others:
        person.type("/mine")
        began = time.monotonic()
        await deployment.see(lambda phone=person: shows(phone, MINE))
        waits.append(time.monotonic() - began)
    assert max(waits) < SOON
    unread = flooded(deployment)
    assert unread > 0


def flooded(deployment: Deployment) -> int:
    """How many messages of the flood are not yet answered."""
    ((left,),) = asked(
        deployment,
        "SELECT count(*) FROM inbox WHERE state = 'new' OR person IS NOT NULL",
    )
    return int(left)
