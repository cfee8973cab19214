"""What waits at the gate, in Urdu: what leaves as one message, a correction, what waits for an
election, an opening, and a later close after an outage."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from company import BOOKER, Neighbourhood, Person
from evenings import at, election, monitors
from unopened import real, unopened

from content.library import Library
from engagement.consultations.late import Gap
from usecases.release import all_in
from usecases.world import Transaction

ISOLATES = re.compile("[\u2066-\u2069\u200f]")
FLOOD = "The river is rising. Stay away from the bridge."
LAMPS, SWINGS, BENCHES = "The lamps are on.", "The swings are mended.", "The benches are back."


def urdu(hood: Neighbourhood, key: str, **values: str | int) -> str:
    """The words of this key in Urdu."""
    return ISOLATES.sub("", hood.stage.words.plain(key, "ur", **values))


def plain(text: str) -> str:
    return ISOLATES.sub("", text)


def seen(person: Person) -> str:
    return plain(person.sees)


async def reads_urdu(*people: Person) -> None:
    for one in people:
        await one.types("/language اردو")


async def sends(member: Person, words: str) -> None:
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    await member.taps("Send to")


async def test_what_waited_leaves_as_one_message_and_a_correction_on_top(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await reads_urdu(amina)
    for words in (LAMPS, SWINGS, BENCHES):
        await sends(member, words)
    await at(hood, 12, days=8)
    (one,) = [m for m in amina.from_bot if SWINGS in m.text]
    said = ISOLATES.sub("", one.text)
    assert BENCHES in said
    assert said.count(urdu(hood, "broadcast-not-translated")) == 2
    assert said.endswith(urdu(hood, "broadcast-foot"))
    await member.taps("Correct this")
    await member.types("They are off again.")
    await member.taps("Send to")
    assert "They are off again." in seen(amina)
    assert "درستی" in seen(amina)


async def test_the_monitoring_officer_releases_what_waits_for_an_election(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await monitors(hood, "Monitoring", BOOKER)
    await reads_urdu(amina, officer)
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=1))
    await sends(await hood.board_member(), LAMPS)
    assert amina.said_by_bot(LAMPS) == 0
    await officer.types("/held")
    assert urdu(hood, "held-list").split("</b>")[1].strip() in seen(officer)
    await officer.taps("1 ")
    await officer.taps(urdu(hood, "button-held-release"))
    assert urdu(hood, "held-released") in seen(officer)
    assert amina.said_by_bot(LAMPS) == 1


async def test_a_second_person_opens_questions(buckinghamshire: Library, tmp_path: Path) -> None:
    async with unopened(real(buckinghamshire), tmp_path) as hood:
        amina = await hood.resident("Amina", "HP12 3HP")
        officer, second = await hood.officer("Ruth"), await hood.officer("Dev")
        await reads_urdu(officer, second, amina)
        await officer.types("/manage")
        await officer.taps("1 ")
        await officer.taps(urdu(hood, "button-manage-ask"))
        await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1, minutes=1))
        assert re.sub("<[^>]*>", "", urdu(hood, "manage-news-asked")) in seen(second)
        await second.taps(urdu(hood, "button-manage-approve"))
        await amina.types("/consultations")
        assert urdu(hood, "button-answer-now") in amina.labels


async def test_after_a_long_outage_a_later_close_is_offered(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await reads_urdu(officer)
    now = hood.stage.clock.now()
    gap = Gap(now - timedelta(minutes=31), now)

    async def away(tx: Transaction) -> None:
        await all_in.note_gap(tx, gap)

    await officer.types("/manage")
    before = seen(officer)
    await hood.stage.service.batcher.run(away)
    await officer.types("/manage local-priorities")
    words = urdu(hood, "manage-gap", began="*", ended="*").split("*")[-1]
    assert words not in before
    assert words in seen(officer)


async def test_an_urgent_message_goes_at_night(hood: Neighbourhood, amina: Person) -> None:
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    await reads_urdu(amina, second)
    await at(hood, 23)
    await officer.types("/send")
    await officer.types("Booker, Cressex and Castlefield")
    await officer.taps("Done")
    await officer.taps("Something urgent")
    await officer.types(FLOOD)
    await officer.taps("Send to")
    assert urdu(hood, "send-urgent").split("</b>")[1] in seen(second)
    yes = urdu(hood, "button-yes-send", people="*").split("*")[0]
    await second.taps(next(label for label in map(plain, second.labels) if label.startswith(yes)))
    (copy,) = [m for m in amina.from_bot if FLOOD in m.text]
    head = urdu(hood, "broadcast-head-urgent", wards="*").removeprefix("<b>").split("*")[0]
    assert plain(copy.text).startswith(head)
    assert not copy.silent


async def test_results_wait_for_an_election(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await reads_urdu(officer)
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(hours=1))
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=4))
    await officer.types("/results")
    assert urdu(hood, "refusal-election", day="*").split("*")[0] in seen(officer)


async def test_questions_do_not_open_near_an_election(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    async with unopened(real(buckinghamshire), tmp_path) as hood:
        officer = await hood.officer("Ruth")
        await hood.officer("Dev")
        election(hood, BOOKER, first=date(2022, 9, 1), last=date(2022, 9, 20))
        await reads_urdu(officer)
        await officer.types("/manage")
        await officer.taps("1 ")
        await officer.taps(urdu(hood, "button-manage-ask"))
        assert urdu(hood, "refusal-opens-in-election", day="*").split("*")[0] in plain(
            officer.toast
        )
