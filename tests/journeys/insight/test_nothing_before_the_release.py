"""Nothing of the answers leaves before the release: two towns whose people answer differently look
the same to everybody else, whatever they open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from company import Neighbourhood, Person, here, on_stage

from bot.application import COMMANDS
from content.library import Library
from emulator import Message
from engagement.staff.duties import Duty
from engagement.staff.rights import Role
from storage.engine.database import Transaction
from usecases.people import identify
from usecases.staff import duties
from usecases.staff.remove import number_of
from wardmote.demo.story import first_consultation
from wardmote.service.metrics import Metrics

OWN = {"stop", "forget", "start", "mydata", "language", "complain"}
"""Commands about the person who types them, which change what comes later."""
LOOKS = {"results", "export", "celebrate", "status", "news", "held", "consultations"}
"""Commands whose screens have buttons that only show something."""
CLOCK = re.compile(r"\d{1,2}(:\d\d|(?=[ap]m))")

Seen = dict[tuple[str, str, str], list[str]]


async def town(library: Library, folder: Path, choice: str, words: str) -> tuple[Seen, Seen]:
    """All that everybody sees before the release, and what an officer sees after it, where twenty
    people choose this and write these words."""
    start = first_consultation(library).opens_at + timedelta(hours=1)
    async with on_stage(library, start=start, folder=folder, seed=11) as stage:
        hood = Neighbourhood(stage)
        people = await hood.residents(20, "HP12 3HP")
        await hood.all_do(people, lambda phone: phone.tap("Answer now"))
        await hood.all_do(people, lambda phone: phone.tap(choice))
        await hood.all_do(people, lambda phone: phone.tap(choice))
        await hood.all_do(people, lambda phone: phone.tap("Done"))
        await hood.all_do(people, lambda phone: phone.tap(choice))
        await hood.all_do(people, lambda phone: phone.type(words))
        others = {
            "officer": await hood.officer(),
            "administrator": await hood.staff(Role.ADMINISTRATOR),
            "board member": await hood.board_member(),
            "operator": await hood.staff(Role.OPERATOR),
            "resident": await hood.resident("Zoe", "HP12 3HP"),
        }
        await monitors(hood, others["operator"])
        found: Seen = {}
        closes = first_consultation(library).closes_at
        for moment in (start + timedelta(days=1), closes + timedelta(minutes=2)):
            await hood.leap(moment)
            for who, person in others.items():
                for command in sorted(COMMANDS.keys() - OWN):
                    found[f"{moment:%d %b}", who, command] = await opens(person, command)
        await hood.leap(closes + timedelta(hours=2))
        after = {("after", "officer", "results"): await opens(others["officer"], "results")}
        return found, after


async def monitors(hood: Neighbourhood, person: Person) -> None:
    """Give this person the duty of a monitoring officer."""
    service = hood.stage.service
    until = (hood.stage.clock.now() + timedelta(days=90)).date()

    async def give(tx: Transaction) -> None:
        known = await identify.recognise(tx, service.world, person.phone.user_id)
        assert known.staff is not None
        number = number_of(known.staff)
        duty = Duty.MONITORING_OFFICER
        await duties.give(tx, service.world, number, duty, until=until, wards=())

    await service.batcher.run(give)


async def opens(person: Person, command: str) -> list[str]:
    """What a command shows, and every button of its screen."""
    seen = len(person.phone.messages)
    await person.types(f"/{command}")
    for label in person.labels[:3] if command in LOOKS else ():
        await person.types(f"/{command}")
        if label in person.labels:
            await person.taps(label)
    toasts = [toast.text for toast in person.phone.toasts]
    return [*said(person.phone.messages[seen:]), *toasts]


def said(messages: list[Message]) -> Iterator[str]:
    for message in messages:
        labels = [b.text for row in message.buttons for b in row]
        file = message.document.filename if message.document else ""
        yield CLOCK.sub("?", "\n".join([message.text, *labels, file]))


async def test_nobody_sees_anything_of_an_answer_before_the_release(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    one, after_one = await town(buckinghamshire, here(tmp_path / "a", migrated), "1", "Lamps")
    two, after_two = await town(buckinghamshire, here(tmp_path / "b", migrated), "2", "Trees")
    assert one.keys() == two.keys()
    different = {key: (one[key], two[key]) for key in one if one[key] != two[key]}
    assert different == {}
    assert not any("Lamps" in text or "Trees" in text for texts in one.values() for text in texts)
    # They are different, and the release shows it.
    assert after_one != after_two


def test_no_metric_is_about_answers() -> None:
    names = re.findall(r"^# HELP (\S+) (.*)$", Metrics().text(None).decode(), re.MULTILINE)
    assert len(names) > 10
    about = re.compile(r"answers? (to|of)|response|result|consultation|question|option|vote")
    assert [name for name, words in names if about.search(f"{name} {words}".lower())] == []
