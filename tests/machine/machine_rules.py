"""What may happen, in any order: residents, staff, Telegram, the clock, and the end of a process.

Rules run to quiet only where they are told to ("settle"), so that later ones, and deaths, fall into
the middle of earlier ones. While the process is down what people do waits at Telegram's, taps for
150 seconds alone.
"""

from __future__ import annotations

import asyncio
import functools
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from machine_invariants import AT_REST, Look, Notice, nothing_is_left_to_do, tables_of
from machine_model import MESSAGE_LIFE, TAP_LIFE, Folk, Model
from machine_town import AT_HOME, COUNTED, TICK, Template, Town

from emulator import CutAfter, CutBefore, Fault, Html200, RetryAfter, Status
from engagement.receipt import base36
from wardmote.failpoints import POINTS

STRANGERS = ("Ivo", "Jun")
PEOPLE = st.integers(0, 9)
SETTLES = st.sampled_from(["settle", "settle", "moment", "go on"])
WHICH = st.sampled_from([0, 0, 0, 1])
PLACES = st.sampled_from([*AT_HOME.values(), "Amersham and Chesham Bois", "Atlantis"])
WARDS = st.sampled_from([*AT_HOME.values(), "Amersham and Chesham Bois"])
DIES = st.sampled_from(["", "", *POINTS])
"""Where the process dies over what is done next, if it does."""
KNOWN = frozenset({"s", "a", "b", "q", "g", "h", "c", "z", "d", "co", "hd", "v"})
"""Buttons whose effect the model knows."""
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
METHODS = st.sampled_from(["sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery"])
SPANS = ("seconds", "seconds", "seconds", "minutes", "minutes", "hours", "days", "close")
LONGEST_STORY = timedelta(days=200)
"""A link nobody has used for a year is cut; the model knows nothing of that."""


RULES: list[str] = []
"""Every rule by name."""


def counted(happens: Callable[..., None]) -> Callable[..., None]:
    """A rule that is counted, and after whose failure nothing is looked at any more."""
    RULES.append(happens.__name__)

    @functools.wraps(happens)
    def once(self: Machine, **drawn: Any) -> None:
        COUNTED[f"rule {happens.__name__}"] += 1
        try:
            happens(self, **drawn)
        except BaseException:
            self.broken = True
            raise

    return once


class Machine(RuleBasedStateMachine):
    """The whole system. ``template`` is set by the test."""

    template: Template

    def __init__(self) -> None:
        super().__init__()
        self.broken = False
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        self.town = Town(self.template, self.folder)
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
        assert self.town.house is not None
        codes = self.town.house.world.loaded.consultation_codes
        self.model = Model(self.town.library, {code: slug for slug, code in codes.items()})
        self.slugs = [*codes]
        self.codes = dict(codes)
        self.ward_codes = dict(self.town.house.world.loaded.ward_codes)
        for user, (name, ward) in self.template.residents.items():
            self.model.folk[user] = Folk(name, ward=ward)
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
        for invariant in AT_REST:
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

    def user(self, number: int) -> int:
        return self.people[number % len(self.people)]

    def uncertain(self, who: int) -> bool:
        """An arrival is dropped after a day, at a tick nobody foresees to the minute."""
        folk = self.model.folk[who]
        old = folk.arrived is not None and self.town.clock.now() - folk.arrived > timedelta(
            hours=20
        )
        return folk.step is not None and old

    # Residents

    @rule(number=PEOPLE, how=SETTLES)
    @counted
    def starts(self, number: int, how: str) -> None:
        self.acts(self.user(number), "text", "/start")
        self.then(how)

    @rule(number=st.integers(6, 9), far=st.integers(1, 4), place=PLACES, how=SETTLES)
    @counted
    def joins(self, number: int, far: int, place: str, how: str) -> None:
        who = self.user(number)
        steps = [("text", "/start"), ("tap", "s"), ("tap", "a:1"), ("text", place)]
        if self.model.folk[who].ward is None:
            for does, what in steps[:far]:
                self.acts(who, does, what)
        self.then(how)

    @rule(
        number=PEOPLE,
        which=WHICH,
        place=st.integers(0, 4),
        option=st.integers(0, 9),
        dies=DIES,
        how=SETTLES,
    )
    @counted
    def answers_by_tap(
        self, number: int, which: int, place: int, option: int, dies: str, how: str
    ) -> None:
        self._may_die(dies, 1)
        who, code = self.user(number), self.codes[self.slug(which)]
        self.acts(who, "tap", f"q:{base36(code)}:{place}:{option}")
        self.then(how)

    @rule(number=PEOPLE, at=st.integers(0, 200), how=SETTLES)
    @counted
    def taps_a_button_there(self, number: int, at: int, how: str) -> None:
        who = self.user(number)
        found = [
            (message.message_id, button.data)
            for message in self.town.phone(who).messages
            for row in message.buttons
            for button in row
            if button.data and button.data.split(":")[0] in KNOWN
        ]
        if found and not self.uncertain(who) and not self.town.phone(who).user.blocked:
            message_id, data = found[at % len(found)]
            self.town.phone(who).tap_data(message_id, data)
            self._remember_update()
            self._note(who, "tap", data)
        self.then(how)

    @rule(number=PEOPLE, which=WHICH, label=st.integers(0, 20), how=SETTLES)
    @counted
    def types_an_answer(self, number: int, which: int, label: int, how: str) -> None:
        """An option's label, or words of their own: an answer or a comment, as the question is."""
        who, slug = self.user(number), self.slug(which)
        if self.uncertain(who):
            return
        self.said += 1
        questions = self.town.library.consultations[slug].questions
        options = [o.label.say("en") for q in questions for o in q.options]
        own = f"Note {self.said} written by {self.model.folk[who].name}"
        self.acts(who, "tap", f"b:{base36(self.codes[slug])}")
        self.acts(who, "text", options[label] if label < len(options) else own)
        self.then(how)

    @rule(
        number=PEOPLE,
        which=WHICH,
        place=st.integers(0, 4),
        way=st.integers(0, 3),
        how=SETTLES,
    )
    @counted
    def goes_back_or_skips(self, number: int, which: int, place: int, way: int, how: str) -> None:
        code = self.codes[self.slug(which)]
        self.acts(self.user(number), "tap", f"g:{base36(code)}:{place}:{way}")
        self.then(how)

    @rule(number=PEOPLE, how=SETTLES)
    @counted
    def stops(self, number: int, how: str) -> None:
        self._leaves(self.user(number), [("text", "/stop")], how)

    @rule(number=PEOPLE, sure=st.sampled_from([1, 1, 0]), how=SETTLES)
    @counted
    def asks_to_be_forgotten(self, number: int, sure: int, how: str) -> None:
        self._leaves(self.user(number), [("text", "/forget"), ("tap", f"f:{sure}")], how)

    @rule(number=PEOPLE, how=SETTLES)
    @counted
    def blocks(self, number: int, how: str) -> None:
        self._leaves(self.user(number), [("block", "")], how)

    @rule(number=PEOPLE, how=SETTLES)
    @counted
    def unblocks(self, number: int, how: str) -> None:
        who = self.user(number)
        if self.town.phone(who).user.blocked:
            # What was under way to them may come back with a 403 after this.
            self.model.folk[who].unsure = True
            self.acts(who, "unblock")
        self.then(how)

    def _leaves(self, who: int, steps: list[tuple[str, str]], how: str) -> None:
        """From the moment it is heard, nothing that was not claimed by then may come."""
        rows = self._rows_of(who)
        for does, what in steps:
            self.acts(who, does, what)
        self.then("moment" if how == "go on" else how)
        if self.is_down or self.model.folk[who].reach == "reachable" and self.model.folk[who].ward:
            return
        states = {d["id"]: d["state"] for d in tables_of(self.town.database)["deliveries"]}
        for notice in self.notices:
            claimed = sum(states[i] == "claimed" for i in rows)
            got = sum(m.from_bot and notice.text in m.text for m in self.town.phone(who).messages)
            self.left.setdefault((who, notice.text), got + claimed)

    def _rows_of(self, who: int) -> list[int]:
        tables = tables_of(self.town.database)
        contact = next((c["id"] for c in tables["contacts"] if c["chat_id"] == who), None)
        return [d["id"] for d in tables["deliveries"] if contact and d["contact_id"] == contact]

    @rule(number=PEOPLE, verb=st.sampled_from(["mw", "mf"]), ward=WARDS, how=SETTLES)
    @counted
    def moves_house_or_follows_a_ward(self, number: int, verb: str, ward: str, how: str) -> None:
        who = self.user(number)
        if self.model.folk[who].ward:
            self.acts(who, "tap", verb)
            self.acts(who, "text", ward)
        self.then(how)

    @rule(number=PEOPLE, theme=st.integers(0, 6), how=SETTLES)
    @counted
    def follows_a_theme(self, number: int, theme: int, how: str) -> None:
        self.acts(self.user(number), "tap", f"h:{theme}")
        self.then(how)

    # Staff

    @precondition(lambda self: not self.is_down)
    @rule(
        wards=st.lists(st.sampled_from([*AT_HOME]), min_size=1, unique=True),
        theme=st.integers(0, 3),
        ends=st.sampled_from(["sy", "sy", "sy sy", "sx", ""]),
        agreed=st.booleans(),
        trouble=st.sampled_from(["", *FAULTS]),
        dies=DIES,
        times=st.integers(1, 3),
        how=st.sampled_from(["settle", "moment", "moment"]),
    )
    @counted
    def board_member_sends(
        self,
        wards: list[str],
        theme: int,
        ends: str,
        agreed: bool,
        trouble: str,
        dies: str,
        times: int,
        how: str,
    ) -> None:
        """From /send to the first yes; where ``agreed``, to the second as well."""
        self.then("settle")
        notice = self._writes(wards, theme)
        if trouble and notice.sure:
            self._fails(min(notice.sure), trouble, "sendMessage")
        if dies in ("claimed", "sent"):
            self._may_die(dies, times)
        for tap in ends.split():
            self.acts(self.template.staff[0], "tap", tap)
        if agreed:
            self.then("settle")
            self._decides(notice, by=1, yes=1, times=1, dies=dies)
        self.then(how)

    def _writes(self, wards: list[str], theme: int) -> Notice:
        self.said += 1
        text = f"Notice {self.said}: the lamps by the shops are on."
        slug = self.town.library.themes[theme - 1].slug if theme else None
        self.notices.append(self._notice(text, {*wards}, slug))
        ticks = [("tap", f"sw:{base36(self.ward_codes[ward])}") for ward in wards]
        steps = [("text", "/send"), *ticks, ("tap", "sd"), ("tap", f"ss:{theme}"), ("text", text)]
        for does, what in steps:
            self.acts(self.template.staff[0], does, what)
        return self.notices[-1]

    def _notice(self, text: str, wards: set[str], theme: str | None) -> Notice:
        sure, unsure = self.model.audience(wards, theme)
        return Notice(text, wards, theme, sure, unsure, Counter(self.cuts), len(self.town.deaths))

    @precondition(lambda self: not self.is_down and self.notices)
    @rule(
        which=st.integers(0, 50),
        by=st.sampled_from([1, 1, 2, 0]),
        yes=st.sampled_from([1, 1, 0]),
        twice=st.booleans(),
        dies=DIES,
        how=st.sampled_from(["settle", "moment"]),
    )
    @counted
    def somebody_says_yes_or_no(
        self, which: int, by: int, yes: int, twice: bool, dies: str, how: str
    ) -> None:
        self.then("settle")
        waiting = [n for n, b, _ in self.looked.notice_rows() if b["state"] == "awaiting-yes"]
        if waiting:
            notice = waiting[which % len(waiting)]
            self._decides(notice, by=by, yes=yes, times=1 + twice, dies=dies)
        self.then(how)

    def _decides(self, notice: Notice, *, by: int, yes: int, times: int, dies: str) -> None:
        """The yes or no of another, an officer or the author, as often as the thumb slips."""
        rows = {id(n): b for n, b, _ in self.looked.notice_rows()}
        if id(notice) not in rows or rows[id(notice)]["state"] != "awaiting-yes":
            return
        codes = {c["subject"]: c["id"] for c in self.looked.tables["codes"]}
        notice.sure, notice.unsure = self.model.audience(notice.wards, notice.theme)
        if yes and by:
            notice.said_yes.add(by)
        data = f"y:{base36(codes[str(rows[id(notice)]['id'])])}:{yes}"
        self._may_die(dies, 2 if dies == "sent" else 1)
        for _ in range(times):
            self.acts(self.template.staff[by], "tap", data)
        COUNTED[f"said {('no', 'yes')[yes]} by {('the author', 'another', 'an officer')[by]}"] += 1

    @precondition(lambda self: not self.is_down and self.notices)
    @rule(which=st.integers(0, 50), how=SETTLES)
    @counted
    def the_author_takes_it_back(self, which: int, how: str) -> None:
        self.then("settle")
        codes = {c["subject"]: c["id"] for c in self.looked.tables["codes"]}
        all_of_them = [b for _, b, _ in self.looked.notice_rows() if str(b["id"]) in codes]
        if all_of_them:
            code = codes[str(all_of_them[which % len(all_of_them)]["id"])]
            self.acts(self.template.staff[0], "tap", f"t:{base36(code)}")
        self.then(how)

    @rule(does=st.sampled_from(["r:{}", "ef:{}:1"]), which=WHICH, how=SETTLES)
    @counted
    def the_officer_looks_at_numbers(self, does: str, which: int, how: str) -> None:
        code = base36(self.codes[self.slug(which)])
        self.acts(self.template.staff[2], "tap", does.format(code))
        self.then(how)

    # Telegram

    @precondition(lambda self: self.last_update is not None)
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

    def _fails(self, user: int, kind: str, method: str) -> None:
        if kind == "blocked" and user in self.model.folk:
            self.model.folk[user].unsure = True
        self.cuts[user] += 1
        chat = None if method == "answerCallbackQuery" else user
        self.town.emulator.faults.next(method, FAULTS[kind], chat_id=chat)
        COUNTED[f"fault {kind}"] += 1

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
                self.passes(min(coming) - now + timedelta(minutes=1))
        else:
            self.passes(timedelta(**{much: number}))
        COUNTED[f"time passed: {much}"] += 1

    def passes(self, span: timedelta) -> None:
        """Never to within an hour of a date on which a consultation opens or closes."""
        moment = self.town.clock.now() + span
        for consultation in self.town.library.consultations.values():
            for date in (consultation.opens_at, consultation.closes_at):
                if date - timedelta(hours=1) <= moment <= date:
                    moment = date + timedelta(minutes=1)
        if moment - self.began > LONGEST_STORY:
            return
        if self.is_down:
            self.town.clock.move_to(moment)
        else:
            self.run(self.town.until(moment))

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
            shutil.rmtree(self.folder)

    def _ends_well(self) -> None:
        self.town.emulator.faults.clear()
        if self.is_down:
            self.comes_up(how="go on")
        self.then("settle")
        self.passes(TICK * 2.5)
        self.then("settle")
        nothing_is_left_to_do(self.looked)
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
