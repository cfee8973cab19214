"""A deployment kept busy for long, killed now and then on a bad line; at the end it must add up.

``python tests/soak/soak.py MINUTES`` prints counts and ends with 1 where something does not.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
# It is run by its path: what it imports is found from here on, hence the E402 below.
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "cast")]

from deployment import Deployment, migrated_at, open_today, shows  # noqa: E402
from forked import Forked  # noqa: E402
from kill_and_look import asked, states  # noqa: E402

from content import library  # noqa: E402
from emulator import CutAfter, Emulator, Html200, Phone, RetryAfter, Status, serve  # noqa: E402
from engagement.staff.rights import Role  # noqa: E402

PEOPLE = 40
KILL_EVERY = 25.0
NEWS_EVERY = 12.0
TAP_EVERY = 0.1
FAULTS = (RetryAfter(1), CutAfter(), Html200(done=True), Status(502, "Bad Gateway"))
METHODS = ("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")
CHANCE_OF_A_FAULT = 0.03
MOST_GROWTH = 1.1
"""Flat is: over the last eighth of the time the process holds at most this much of what it held
when it was warm, an eighth after its last start."""
ARRIVED = {"sent": (1,), "unknown": (0, 1)}
"""By how a row may end, how often its message may have arrived."""


@dataclass
class Soak:
    """What was done to the deployment, for comparing."""

    here: Deployment
    chance: random.Random
    people: list[Phone] = field(default_factory=list)
    boards: list[tuple[Phone, int, list[str]]] = field(default_factory=list)
    last_tap: dict[int, str] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    taps: int = 0
    kills: int = 0
    faults: int = 0
    process: Forked | None = None

    async def starts(self) -> None:
        """The process, and everything it prints drained."""
        self.process = await self.here.runs(WARDMOTE_MESSAGES_A_SECOND="200")

    async def all_open_the_question(self) -> None:
        """Everybody has question 1 of 4 in front of them."""
        for phone in self.people:
            phone.type("/consultations")
        for phone in self.people:
            await self.here.see(lambda phone=phone: phone.keyboard_message is not None)
            phone.tap("Answer now")
        for phone in self.people:
            await self.here.see(lambda phone=phone: shows(phone, "1 of 4."))
            shown = phone.keyboard_message
            assert shown is not None
            data = [row[0].data or "" for row in shown.buttons[:3]]
            self.boards.append((phone, shown.message_id, data))

    async def taps_on(self, until: float) -> None:
        """Taps, each noted, and now and then a fault ordered."""
        while time.monotonic() < until:
            phone, message_id, data = self.chance.choice(self.boards)
            choice = self.chance.choice(data)
            phone.tap_data(message_id, choice)
            self.last_tap[phone.user_id] = choice
            self.taps += 1
            if self.chance.random() < CHANCE_OF_A_FAULT:
                method = self.chance.choice(METHODS)
                self.here.emulator.faults.next(method, self.chance.choice(FAULTS))
                self.faults += 1
            await asyncio.sleep(TAP_EVERY)

    async def sends(self, member: Phone, until: float) -> None:
        """A broadcast every few seconds; one whose dialogue is lost is begun anew."""
        while time.monotonic() < until:
            text = f"Soak news number {len(self.sent) + 1}."
            with suppress(TimeoutError):
                async with asyncio.timeout(KILL_EVERY):
                    await self._one_broadcast(member, text)
            await asyncio.sleep(NEWS_EVERY)

    async def _one_broadcast(self, member: Phone, text: str) -> None:
        member.type("/send")
        await self.here.see(lambda: shows(member, "What is it about"))
        member.tap("Something else")
        await self.here.see(lambda: shows(member, "Write it as"))
        member.type(text)
        await self.here.see(lambda: shows(member, "This is what people will get"))
        member.tap("Send to")
        self.sent.append(text)
        await self.here.see(lambda: shows(member, "Sent.") or shows(member, "Of "))

    async def kills_it(self, until: float) -> None:
        """kill -9 and a new start, again and again."""
        while time.monotonic() + KILL_EVERY < until:
            await asyncio.sleep(self.chance.uniform(0.5, 1.0) * KILL_EVERY)
            assert self.process is not None
            await self.here.kill(self.process)
            self.kills += 1
            await self.starts()

    def stored(self) -> dict[int, str]:
        """By chat, the answer that stands."""
        question = "SELECT c.chat_id, a.value FROM answers a JOIN contacts c USING (resident_id)"
        return dict(asked(self.here, question))

    def memory(self) -> float:
        """Megabytes the process holds."""
        assert self.process is not None
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(text.partition("VmRSS:")[2].split()[0]) / 1024


async def settled(soak: Soak) -> None:
    """Nothing new, nothing owed, nothing to be sent."""
    soak.here.emulator.faults.clear()

    def done() -> bool:
        open_rows = asked(
            soak.here, "SELECT count(*) FROM inbox WHERE state = 'new' OR person IS NOT NULL"
        )
        going = set(states(soak.here)) & {"queued", "claimed"}
        return open_rows == [(0,)] and not going and soak.here.emulator.idle

    async with asyncio.timeout(120):
        while not done():  # noqa: ASYNC110 (another process moves it)
            await asyncio.sleep(0.5)


def differences(soak: Soak) -> list[str]:
    """Everything that does not add up: ledger, witness, answers."""
    return [*of_the_ledger(soak), *of_the_answers(soak)]


def of_the_ledger(soak: Soak) -> Iterator[str]:
    """Rows that did not end well, or not as the phones know it."""
    rows = asked(
        soak.here,
        "SELECT d.broadcast_id, v.text, d.state, c.chat_id FROM deliveries d "
        "JOIN broadcast_variants v ON v.broadcast_id = d.broadcast_id "
        "JOIN contacts c ON c.id = d.contact_id",
    )
    phones = {phone.user_id: phone for phone in soak.people}
    for broadcast, text, state, chat in rows:
        got = sum(text in m.text.split("\n") for m in phones[chat].messages if m.from_bot)
        if got not in ARRIVED.get(state, ()):
            yield f"broadcast {broadcast}: a row ended as {state}, and arrived {got} times"
    each = Counter(broadcast for broadcast, *_ in rows)
    yield from (f"broadcast {b} has {n} rows" for b, n in each.items() if n != PEOPLE)
    if len(each) != len(soak.sent):
        yield f"{len(soak.sent)} broadcasts were sent, and {len(each)} are in the ledger"


def of_the_answers(soak: Soak) -> Iterator[str]:
    """Answers that are missing, or not the last that was tapped."""
    stored = soak.stored()
    for chat in soak.last_tap.keys() - stored.keys():
        yield f"the answer of person {[p.user_id for p in soak.people].index(chat)} is missing"
    pairs = {(soak.last_tap[chat], value) for chat, value in stored.items()}
    # Each button of the question stands for one value, and each value for one button.
    if len(pairs) != len({data for data, _ in pairs}) or len(pairs) != len({v for _, v in pairs}):
        yield f"answers are not the last taps: {len(pairs)} pairs of a button and a value"


@dataclass
class Weighed:
    """Megabytes the process held: just started, when warm, and at the end."""

    start: float
    warm: float
    end: float


async def lived(soak: Soak, seconds: float) -> Weighed:
    """The first half with kills, the second without."""
    here = soak.here
    soak.people = await here.with_residents(PEOPLE)
    member = await here.with_staff(Role.BOARD_MEMBER, "E05013131")
    await soak.starts()
    start = soak.memory()
    await soak.all_open_the_question()
    middle = time.monotonic() + seconds / 2
    end = middle + seconds / 2
    async with asyncio.TaskGroup() as group:
        group.create_task(soak.taps_on(end))
        group.create_task(soak.sends(member, end))
        group.create_task(soak.kills_it(middle))
        warm = group.create_task(weighed(soak, middle + seconds / 8, middle + seconds / 4))
        last = group.create_task(weighed(soak, end - seconds / 8, end))
    await settled(soak)
    return Weighed(start, warm.result(), last.result())


async def weighed(soak: Soak, begin: float, end: float) -> float:
    """The mean of the megabytes between two moments, looked at each second."""
    await asyncio.sleep(begin - time.monotonic())
    found = [soak.memory()]
    while time.monotonic() < end:
        await asyncio.sleep(1)
        found.append(soak.memory())
    return sum(found) / len(found)


async def main(minutes: float) -> int:
    """The whole soak; the exit code."""
    seed = random.SystemRandom().randrange(10**6)
    with tempfile.TemporaryDirectory(prefix="wardmote-soak-") as name:
        folder = Path(name)
        await migrated_at(folder / "wardmote.db")
        content = open_today(library.council_directory("buckinghamshire"), folder / "content")
        emulator = Emulator("100200300:made-up-for-tests", "WardmoteBot")
        async with serve(emulator) as site:
            here = Deployment(folder, content, emulator, site)
            soak = Soak(here, random.Random(seed))
            try:
                weighed_so = await lived(soak, minutes * 60)
                wrong = differences(soak)
            finally:
                for process in here.processes:
                    await here.kill(process)
            ended = states(here)
            answers = len(soak.stored())
    growth = weighed_so.end / weighed_so.warm
    if growth > MOST_GROWTH:
        wrong.append(f"the process grew by {growth - 1:.0%}, more than {MOST_GROWTH - 1:.0%}")
    say(
        f"seed {seed}: {soak.taps} taps, {len(soak.sent)} broadcasts to {PEOPLE} people each, "
        f"{soak.kills} kills, {soak.faults} faults on the line"
    )
    say(f"answers of {answers} of {len(soak.last_tap)} people; deliveries: {ended}")
    say(
        f"memory {weighed_so.start:.0f} MB when started, {weighed_so.warm:.1f} MB when warm, "
        f"{weighed_so.end:.1f} MB at the end: {growth - 1:+.1%}"
    )
    for line in wrong:
        say(f"Does not add up: {line}.")
    say("Everything adds up." if not wrong else f"{len(wrong)} things do not add up.")
    return 1 if wrong else 0


def say(line: str) -> None:
    """One line of what came of it."""
    sys.stdout.write(f"soak: {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0)))
