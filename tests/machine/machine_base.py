"""What may happen, in any order: residents, staff, Telegram, the clock, and the end of a process.

Rules run to quiet only where they are told to ("settle"), so that later ones, and deaths, fall into
the middle of earlier ones. While the process is down what people do waits at Telegram's, taps for
150 seconds alone.
"""

from __future__ import annotations

import asyncio
import functools
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from light_folder import light_folder
from machine_gate import AT_THE_GATE, HEARD_WITHIN
from machine_invariants import AT_REST, Look, Notice, tables_of
from machine_model import Folk, Model
from machine_town import COUNTED, HEARS_THREE, Template, Town

from content.schema.authored import local
from emulator import CutAfter, CutBefore, Fault, Html200, RetryAfter, Status
from engagement.broadcasts.quiet_hours import is_quiet, last_morning
from engagement.consultations.late import SETTLES_AFTER
from wardmote.service import failpoints

STRANGERS = ("Ivo", "Jun")
PEOPLE = st.integers(0, 9)
SETTLES = st.sampled_from(["settle", "settle", "moment", "go on"])
WHICH = st.sampled_from([0, 0, 0, 1])
POINTS = tuple(point for point in failpoints.POINTS if point != "fetched")
"""Where the process dies. Nobody in a town sends a voice note."""
DIES = st.sampled_from(["", "", *POINTS])
"""Where the process dies over what is done next, if it does."""
OF_SENDING = ("filled", "claimed", "sent", "settled")
DIES_SENDING = st.sampled_from(["", *OF_SENDING])
FAULTS: dict[str, Fault] = {
    "429": RetryAfter(7),
    "cut before": CutBefore(),
    "cut after": CutAfter(),
    "502": Status(502, "Bad Gateway"),
    "504 though done": Status(504, "Gateway Timeout", done=True),
    "200 with HTML": Html200(),
    "200 with HTML though done": Html200(done=True),
    "blocked": Status(403, "Forbidden: bot was blocked by the user"),
    "refused": Status(400, "Bad Request: chat not found"),
}


LONGEST_STORY = timedelta(days=200)
"""A link nobody has used for a year is cut; the model knows nothing of that."""

RULES: list[str] = []
"""Every rule by name."""


def counted(happens: Callable[..., None]) -> Callable[..., None]:
    """A rule that is counted, and after whose failure nothing is looked at any more."""
    RULES.append(happens.__name__)

    @functools.wraps(happens)
    def once(self: Grounds, **drawn: Any) -> None:
        COUNTED[f"rule {happens.__name__}"] += 1
        try:
            happens(self, **drawn)
        except BaseException:
            self.broken = True
            raise

    return once


class Grounds(RuleBasedStateMachine):
    """The town, the model, and how anything happens. ``template`` is set by the test."""

    template: Template

    def __init__(self) -> None:
        super().__init__()
        self.broken = False
        self.loop = asyncio.new_event_loop()
        self.ending = ExitStack()
        folder = self.ending.enter_context(light_folder("machine"))
        self.town = Town(self.template, folder)
        self.people: list[int] = []
        self.waiting: list[tuple[int, str, str, Any]] = []  # (who, what, with, when)
        self.notices: list[Notice] = []
        self.left: dict[tuple[int, str], int] = {}
        self.cuts: Counter[int] = Counter()
        self.said = 0
        self.is_down = False
        self.last_update: tuple[int, dict[str, Any]] | None = None
        self.run(self._begin())

    def run(self, what: Coroutine[Any, Any, None]) -> None:
        """Everything happens on the machine's own loop."""
        self.loop.run_until_complete(what)

    async def _begin(self) -> None:
        await self.town.open()
        await self.town.start()
        await self.town.settle()
        assert self.town.service is not None
        codes = self.town.service.world.loaded.consultation_codes
        self.model = Model(self.town.library, {code: slug for slug, code in codes.items()})
        self.slugs = [*codes]
        self.codes = dict(codes)
        self.ward_codes = dict(self.town.service.world.loaded.ward_codes)
        for user, (name, ward) in self.template.residents.items():
            self.model.folk[user] = Folk(name, ward=ward)
            if name in HEARS_THREE:
                self.model.folk[user].weekly.append((self.template.start - HEARD_WITHIN, "three"))
        for name in STRANGERS:
            self.model.folk[self.town.emulator.phone(name).user_id] = Folk(name)
        self.people = [*self.model.folk]
        self.began = self.town.clock.now()

    # How anything happens

    def acts(self, who: int, does: str, what: str = "") -> None:
        """On the phone now; in the model now, or when the process is back."""
        phone = self.town.phone(who)
        if phone.user.blocked and does != "unblock" and not what.startswith("/start"):
            return
        if does == "text":
            if phone.user.blocked:
                self.acts(who, "unblock")
            phone.type(what)
        elif does == "tap":
            newest = phone.keyboard_message or phone.last
            phone.tap_data(newest.message_id if newest else 1, what)
        elif does == "block":
            phone.block()
        elif does == "unblock":
            phone.unblock()
        self._remember_update()
        self._note(who, does, what)

    def _note(self, who: int, does: str, what: str) -> None:
        if who not in self.model.folk:
            return
        if self.is_down:
            self.waiting.append((who, does, what, self.town.clock.now()))
        else:
            self._is_heard(who, does, what)

    def _is_heard(self, who: int, does: str, what: str) -> None:
        now = self.town.clock.now()
        folk = self.model.folk[who]
        # A 403 still to come may follow even a /start.
        unsure = folk.unsure and self.town.emulator.faults.left > 0
        match does:
            case "text":
                self.model.text(who, what, now)
            case "tap":
                self.model.tap(who, what, now)
            case "block":
                self.model.blocks(who)
            case "unblock":
                self.model.unblocks(who)
        folk.unsure |= unsure
        if folk.reach == "reachable" and folk.ward:
            self.left = {at: n for at, n in self.left.items() if at[0] != who}

    def _remember_update(self) -> None:
        waiting = [*self.town.emulator.updates]
        if waiting:
            self.last_update = (waiting[-1].update_id, dict(waiting[-1].body))

    def then(self, how: str) -> None:
        """Go on at once, let what can be done without time passing be done, or settle."""
        if self.is_down or how == "go on":
            return
        if how == "moment":
            self.run(self.town.until(self.town.clock.now()))
            return
        self.run(self.town.settle())
        self.look()

    def look(self) -> None:
        """Every invariant, now that all is quiet."""
        tables = tables_of(self.town.database)
        staff = self.template.staff
        look = Look(self.town, self.model, staff, self.notices, self.cuts, self.left, tables)
        self.looked = look
        for invariant in (*AT_REST, *AT_THE_GATE):
            invariant(look)

    def _may_die(self, point: str, times: int) -> None:
        if point and not self.is_down:
            self.town.life.arm(point, times)

    def slug(self, which: int) -> str:
        """The consultation that is open now comes first."""
        now = self.town.clock.now()
        known = self.town.library.consultations
        return sorted(self.slugs, key=lambda s: not known[s].opens_at <= now < known[s].closes_at)[
            which
        ]

    def closed_first(self) -> str:
        """A consultation whose answers can be exported: one that has closed, if there is one."""
        now = self.town.clock.now()
        known = self.town.library.consultations
        return min(self.slugs, key=lambda s: known[s].closes_at > now)

    def passes(self, span: timedelta) -> None:
        """Never to within an hour of a date on which a consultation opens or closes, nor to the
        time in which answers are late, nor into a night: that is for
        ``night_falls_or_the_morning_comes``. Nor over a close while the bot is down: the model
        knows no gap."""
        zone = self.town.library.council.timezone
        there = local(self.town.clock.now() + span, zone)
        if is_quiet(there.time()):
            there = last_morning(there + timedelta(days=1)) + timedelta(minutes=1)
        self.passes_to(there.astimezone(UTC))

    def passes_to(self, moment: datetime, longest: timedelta | None = LONGEST_STORY) -> None:
        """Never to within an hour of a date on which a consultation opens or closes."""
        for consultation in self.town.library.consultations.values():
            for date in (consultation.opens_at, consultation.closes_at):
                if date - timedelta(hours=1) <= moment <= date + SETTLES_AFTER:
                    moment = date + SETTLES_AFTER + timedelta(minutes=1)
        if (longest is not None and moment - self.began > longest) or self._closes_unseen(moment):
            return
        if self.is_down:
            self.town.clock.move_to(moment)
        else:
            self.run(self.town.until(moment))

    def comes(self, when: str) -> None:
        """Time passes until ten in the evening, or until the morning, where it is neither yet."""
        there = local(self.town.clock.now(), self.town.library.council.timezone)
        if when == "night" and not is_quiet(there.time()):
            evening = there.replace(hour=22, minute=0, second=0, microsecond=0)
            self.passes_to(evening.astimezone(UTC))
        elif when == "morning" and is_quiet(there.time()):
            self.passes(timedelta(minutes=1))
        self.then("settle")

    def something_closes(self) -> None:
        """Time passes until a consultation has closed, if none has."""
        now = self.town.clock.now()
        closes = min(self.town.library.consultations[s].closes_at for s in self.slugs)
        if closes > now:
            self.passes(closes - now + SETTLES_AFTER + timedelta(minutes=1))

    def _closes_unseen(self, moment: datetime) -> bool:
        """Whether the bot is down and something closes before ``moment``."""
        closing = [c.closes_at for c in self.town.library.consultations.values()]
        return self.is_down and any(self.town.clock.now() < at <= moment for at in closing)

    def user(self, number: int) -> int:
        return self.people[number % len(self.people)]

    def uncertain(self, who: int) -> bool:
        """An arrival is dropped after a day, at a tick nobody foresees to the minute."""
        folk = self.model.folk[who]
        old = folk.arrived is not None and self.town.clock.now() - folk.arrived > timedelta(
            hours=20
        )
        return folk.step is not None and old

    def _fails(self, user: int, kind: str, method: str) -> None:
        if kind == "blocked" and user in self.model.folk:
            self.model.folk[user].unsure = True
        self.cuts[user] += 1
        chat = None if method == "answerCallbackQuery" else user
        self.town.emulator.faults.next(method, FAULTS[kind], chat_id=chat)
        COUNTED[f"fault {kind}"] += 1
