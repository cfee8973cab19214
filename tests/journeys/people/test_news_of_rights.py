"""News of complaints to officers, and replies: at night, to whom, and past a fault."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from company import Neighbourhood, Person

from bot.sending import tick_notices

LATE = datetime.fromisoformat("2022-09-06T02:30:00+01:00")
WITH_SOUND = datetime.fromisoformat("2022-09-06T10:30:00+01:00")


async def ticks(hood: Neighbourhood) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))


async def complains(person: Person) -> str:
    await person.types("/complain")
    receipt = await person.types("Nobody came")
    return receipt.split("Your reference: ")[1].split(".")[0]


@pytest.mark.parametrize(("at", "silent"), [(LATE, True), (WITH_SOUND, False)])
async def test_at_night_officers_hear_no_sound(
    hood: Neighbourhood, amina: Person, at: datetime, silent: bool
) -> None:
    officer = await hood.officer()
    await hood.leap(at)
    await complains(amina)
    await ticks(hood)
    (news,) = [m for m in officer.from_bot if "New complaint" in m.text]
    assert news.silent is silent


async def test_an_officer_who_stopped_messages_gets_none(
    hood: Neighbourhood, amina: Person
) -> None:
    stopped = await hood.officer("Ruth")
    await stopped.types("/stop")
    await complains(amina)
    await ticks(hood)
    assert stopped.said_by_bot("New complaint") == 0
    # Nobody could be told: the next one is.
    officer = await hood.officer("Dev")
    await ticks(hood)
    assert officer.said_by_bot("New complaint") == 1


async def test_one_that_fails_does_not_stop_the_others(
    hood: Neighbourhood, amina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    first, second = await hood.officer("Ruth"), await hood.officer("Dev")
    send, broken = tick_notices.send_noted, {amina.phone.user_id, first.phone.user_id}

    async def fails(commit: Any, speaker: Any, person: Any, screen: Any) -> bool:
        if person.chat_id in broken:
            raise RuntimeError("a fault")
        return await send(commit, speaker, person, screen)

    monkeypatch.setattr(tick_notices, "send_noted", fails)
    references = [await complains(person) for person in (amina, ben)]
    await ticks(hood)
    assert second.said_by_bot("New complaint") >= 1
    for reference in references:
        await second.types(f"/complaints {reference}")
        await second.taps("I have it: tell them")
    await ticks(hood)
    assert ben.said_by_bot("A person has your complaint") == 1
    broken.clear()
    await ticks(hood)
    assert amina.said_by_bot("A person has your complaint") == 1
