"""What Telegram, the clock and crashes do; with all the rest: the whole system."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from machine_base import FAULTS, PEOPLE, POINTS, SETTLES, counted
from machine_gate import whoever_read_what_was_wrong_reads_what_is_right
from machine_invariants import nothing_is_left_to_do
from machine_model import MESSAGE_LIFE, TAP_LIFE
from machine_staff import Staff
from machine_town import COUNTED

from content.schema.authored import local
from engagement.broadcasts.quiet_hours import is_quiet
from engagement.consultations.late import SETTLES_AFTER
from engagement.consultations.receipt import base36

METHODS = st.sampled_from(["sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery"])
SPANS = ("seconds", "seconds", "seconds", "minutes", "minutes", "hours", "days", "close")


class Machine(Staff):
    """The whole system."""

    # Telegram

    @precondition(lambda self: not self.is_down and self.last_update is not None)
    @rule(how=SETTLES)
    @counted
    def telegram_delivers_again(self, how: str) -> None:
        assert self.last_update is not None
        update_id, body = self.last_update
        self.town.emulator.push(body, update_id=update_id)
        self.then(how)

    @precondition(lambda self: not self.is_down)
    @rule(number=PEOPLE, how=SETTLES)
    @counted
    def telegram_delivers_out_of_order(self, number: int, how: str) -> None:
        """The later /stop comes first, under the higher number; what comes last counts."""
        who = self.user(number)
        if self.town.phone(who).user.blocked:
            return
        self.said += 2
        for update_id, text in ((1000 + self.said, "/stop"), (999 + self.said, "/start")):
            self.town.emulator.push(_typed(who, text), update_id=update_id)
            self._is_heard(who, "text", text)
        self.then(how)

    @rule(number=st.integers(0, 11), kind=st.sampled_from([*FAULTS]), method=METHODS)
    @counted
    def telegram_will_fail(self, number: int, kind: str, method: str) -> None:
        user = [*self.people, *self.template.staff][number]
        self._fails(user, kind, method)

    @precondition(lambda self: not self.is_down)
    @rule(number=PEOPLE)
    @counted
    def a_tap_expires(self, number: int) -> None:
        """It was made while nobody fetched it, and waits 150 seconds alone."""
        self.then("settle")
        self.goes_down(how="settle")
        who = self.user(number)
        self.acts(who, "tap", f"q:{base36(self.codes[self.slugs[0]])}:0:2")
        self.passes(timedelta(minutes=3))
        self.comes_up(how="settle")

    # The clock

    @rule(
        much=st.sampled_from([*SPANS]),
        number=st.integers(1, 9),
    )
    @counted
    def time_passes(self, much: str, number: int) -> None:
        if not self.is_down:
            self.then("settle" if much != "seconds" else "go on")
        if much == "close":
            now = self.town.clock.now()
            dates = [c.closes_at for c in self.town.library.consultations.values()]
            dates += [c.opens_at for c in self.town.library.consultations.values()]
            coming = [d for d in dates if d > now]
            if coming:
                self.passes(min(coming) - now + SETTLES_AFTER + timedelta(minutes=1))
        else:
            self.passes(timedelta(**{much: number}))
        COUNTED[f"time passed: {much}"] += 1

    @rule()
    @counted
    def night_falls_or_the_morning_comes(self) -> None:
        """What nobody asked for waits for one, and leaves at the other."""
        self.then("settle")
        there = local(self.town.clock.now(), self.town.library.council.timezone)
        self.comes("morning" if is_quiet(there.time()) else "night")

    # The end of a process

    @precondition(lambda self: not self.is_down)
    @rule(point=st.sampled_from(POINTS), times=st.integers(1, 3))
    @counted
    def will_die_at_a_point(self, point: str, times: int) -> None:
        self.town.life.arm(point, times)

    @precondition(lambda self: not self.is_down)
    @rule(turns=st.integers(0, 60))
    @counted
    def dies_at_once(self, turns: int) -> None:
        self.run(self.town.die(turns))
        self.run(self.town.start())

    @precondition(lambda self: not self.is_down)
    @rule(how=st.just("settle"))
    @counted
    def goes_down(self, how: str) -> None:
        self.then(how)
        self.run(self.town.die())
        self.is_down = True

    @precondition(lambda self: self.is_down)
    @rule(how=SETTLES)
    @counted
    def comes_up(self, how: str) -> None:
        self.is_down = False
        self.last_update = None  # it may have expired and was never delivered: so it never is
        now = self.town.clock.now()
        waiting, self.waiting = self.waiting, []
        for who, does, what, at in waiting:
            if at + (TAP_LIFE if does == "tap" else MESSAGE_LIFE) > now:
                self._is_heard(who, does, what)
            elif does in ("block", "unblock"):
                # Nobody was told: it comes out when something is sent to them.
                self.model.folk[who].unsure = True
        self.run(self.town.start())
        self.then(how)

    @rule()
    @counted
    def settles(self) -> None:
        self.then("settle")

    def teardown(self) -> None:
        """In the end Telegram is well, time passes, and everything adds up."""
        try:
            if not self.broken and hasattr(self, "model"):
                self._ends_well()
        finally:
            COUNTED.update(f"died {where}" for where in self.town.deaths)
            self.run(self.town.close())
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.close()
            self.ending.close()

    def _morning(self, days: int) -> datetime:
        """Ten in the morning so many days from now."""
        there = local(self.town.clock.now(), self.town.library.council.timezone)
        return (there.replace(hour=10, minute=0) + timedelta(days=days)).astimezone(UTC)

    def _ends_well(self) -> None:
        self.town.emulator.faults.clear()
        if self.is_down:
            self.comes_up(how="go on")
        self.then("settle")
        # News is useful for 14 days; who was sent something lately waits for 7 more at most.
        for days in (8, 8):
            self.passes_to(self._morning(days), longest=None)
            self.then("settle")
        nothing_is_left_to_do(self.looked)
        whoever_read_what_was_wrong_reads_what_is_right(self.looked)
        tables = self.looked.tables
        COUNTED.update(f"broadcast {row['state']}" for row in tables["broadcasts"])
        COUNTED.update(f"delivery {row['state']}" for row in tables["deliveries"])
        COUNTED.update(f"update {row['state']}" for row in tables["inbox"])
        COUNTED["answer given"] += len(tables["answer_history"])


def _typed(who: int, text: str) -> dict[str, Any]:
    """A command as Telegram would tell of it."""
    person = {"id": who, "first_name": "A person"}
    command = {"type": "bot_command", "offset": 0, "length": len(text)}
    return {
        "message": {
            "message_id": 900_000,
            "date": 1_662_400_000,
            "text": text,
            "entities": [command],
            "chat": {**person, "type": "private"},
            "from": {**person, "is_bot": False},
        }
    }
