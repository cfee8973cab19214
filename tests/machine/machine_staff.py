"""What board members and officers do."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from machine_base import DIES_SENDING, FAULTS, SETTLES, WHICH, counted
from machine_invariants import Notice, tables_of
from machine_people import Residents
from machine_town import AT_HOME, COUNTED

from engagement.consultations.receipt import base36

WHO = ("the author", "another", "an officer", "another officer")
LONGEST_BEGINNING = 50
"""Fifths of a second until a broadcast's audience stands: pauses and tries again included."""


WHEN = st.sampled_from(["", "", "night", "morning"])


class Staff(Residents):
    """The author, the second person and the officer."""

    @precondition(lambda self: not self.is_down)
    @rule(
        wards=st.lists(st.sampled_from([*AT_HOME]), min_size=1, unique=True),
        theme=st.integers(0, 3),
        ends=st.sampled_from(["sy", "sy", "sy sy", "sx", ""]),
        agreed=st.booleans(),
        trouble=st.sampled_from(["", *FAULTS]),
        dies=DIES_SENDING,
        times=st.integers(1, 3),
        before=st.sampled_from([0, 0, 1, 2]),
        when=WHEN,
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
        before: int,
        when: str,
        how: str,
    ) -> None:
        """From /send to the first yes; where ``agreed``, to the second as well. Some have been sent
        ``before`` this one: they take the readers' place in the week."""
        self.then("settle")
        self.comes(when)
        for _ in range(before):
            notice = self._writes(wards, theme)
            self.acts(self.template.staff[0], "tap", "sy")
            self.then("settle")
            self._decides(notice, by=1, yes=1, times=1, dies="")
            self.then("settle")
        notice = self._writes(wards, theme)
        if trouble and notice.sure:
            self._fails(min(notice.sure), trouble, "sendMessage")
        # A few people are filled and claimed in one go, and sent and settled one by one.
        self._may_die(dies, times if dies in ("sent", "settled") else 1)
        for tap in ends.split():
            self.acts(self.template.staff[0], "tap", tap)
        if agreed:
            self.then("settle")
            self._decides(notice, by=1, yes=1, times=1, dies=dies)
        self.then(how)
        self._until_its_audience_stands()

    def _writes(self, wards: list[str], theme: int) -> Notice:
        self.said += 1
        text = f"Notice {self.said}: the lamps by the shops are on."
        slug = self.town.library.themes[theme - 1].slug if theme else None
        self.notices.append(self._notice(text, {*wards}, slug))
        ticks = [("tap", f"sw:{base36(self.ward_codes[ward])}") for ward in wards]
        steps = [("text", "/send"), *ticks, ("tap", "sd"), ("tap", f"ss:{theme}")]
        self._composes(self.template.staff[0], steps, text)
        return self.notices[-1]

    def _composes(self, who: int, steps: list[tuple[str, str]], text: str) -> None:
        """The words are typed once their question is there: below anything else they are asked
        about."""
        for does, what in steps:
            self.acts(who, does, what)
        self.run(self.town.settle())
        self.acts(who, "text", text)

    def _notice(
        self, text: str, wards: set[str], theme: str | None, kind: str = "update"
    ) -> Notice:
        sure, unsure = self.model.audience(wards, theme)
        now, deaths = self.town.clock.now(), len(self.town.deaths)
        return Notice(text, wards, theme, now, kind, sure, unsure, Counter(self.cuts), deaths)

    @precondition(lambda self: not self.is_down)
    @rule(
        wards=st.lists(st.sampled_from([*AT_HOME]), min_size=1, unique=True),
        agreed=st.sampled_from([True, True, False]),
        dies=DIES_SENDING,
        when=WHEN,
        how=st.sampled_from(["settle", "moment"]),
    )
    @counted
    def an_officer_sends_something_urgent(
        self, wards: list[str], agreed: bool, dies: str, when: str, how: str
    ) -> None:
        """By day or by night; the other officer is asked."""
        self.then("settle")
        self.comes(when)
        self.said += 1
        notice = self._notice(f"Alert {self.said}: the river is rising.", {*wards}, None, "urgent")
        self.notices.append(notice)
        ticks = [("tap", f"sw:{base36(self.ward_codes[ward])}") for ward in wards]
        steps = [("text", "/send"), *ticks, ("tap", "sd"), ("tap", "su")]
        self._composes(self.template.staff[2], steps, notice.text)
        self.acts(self.template.staff[2], "tap", "sy")
        self.then("settle")
        if agreed:
            self._decides(notice, by=3, yes=1, times=1, dies=dies)
        self.then(how)
        self._until_its_audience_stands()

    @precondition(lambda self: not self.is_down and self.notices)
    @rule(
        which=st.integers(0, 50),
        agreed=st.sampled_from([True, True, False]),
        dies=DIES_SENDING,
        when=WHEN,
        how=st.sampled_from(["settle", "moment"]),
    )
    @counted
    def the_author_corrects_a_message(
        self, which: int, agreed: bool, dies: str, when: str, how: str
    ) -> None:
        """To those who have had it; whoever gets it later gets both in one."""
        self.then("settle")
        self.comes(when)
        codes = {c["subject"]: c["id"] for c in self.looked.tables["codes"]}
        gone = [
            (notice, row["id"])
            for notice, row, _ in self.looked.notice_rows()
            if row["state"] in ("sending", "sent") and notice.kind == "update"
            if str(row["id"]) in codes
        ]
        if not gone:
            return
        wrong, number = gone[which % len(gone)]
        self.said += 1
        text = f"Correction {self.said}: the lamps are off."
        notice = self._notice(text, wrong.wards, None, "correction")
        notice.corrects, notice.sure = wrong, set()
        notice.unsure = wrong.sure | wrong.unsure
        self.notices.append(notice)
        self._may_die(dies, 1)
        author = self.template.staff[0]
        self._composes(author, [("tap", f"tc:{base36(codes[str(number)])}")], text)
        self.acts(author, "tap", "sy")
        self.then("settle")
        if agreed:
            self._decides(notice, by=1, yes=1, times=1, dies=dies)
        self.then(how)
        self._until_its_audience_stands()

    @precondition(lambda self: not self.is_down and self.notices)
    @rule(
        which=st.integers(0, 50),
        by=st.sampled_from([1, 1, 2, 0]),
        yes=st.sampled_from([1, 1, 0]),
        twice=st.booleans(),
        dies=DIES_SENDING,
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
        self._until_its_audience_stands()

    def _until_its_audience_stands(self) -> None:
        """A broadcast begins when whoever said yes has been told, which their chat's pace may put
        off: until then people come and go, and the model knows the audience of the yes alone."""
        for _ in range(LONGEST_BEGINNING):
            broadcasts = [] if self.is_down else tables_of(self.town.database)["broadcasts"]
            if not any(b["state"] == "approved" for b in broadcasts):
                return
            self.run(self.town.until(self.town.clock.now() + timedelta(seconds=0.2)))

    def _decides(self, notice: Notice, *, by: int, yes: int, times: int, dies: str) -> None:
        """The yes or no of another, an officer or the author, as often as the thumb slips."""
        rows = {id(n): b for n, b, _ in self.looked.notice_rows()}
        if id(notice) not in rows or rows[id(notice)]["state"] != "awaiting-yes":
            return
        codes = {c["subject"]: c["id"] for c in self.looked.tables["codes"]}
        if notice.corrects is None:
            notice.sure, notice.unsure = self.model.audience(notice.wards, notice.theme)
        if yes and by:
            notice.said_yes.add(by)
        data = f"y:{base36(codes[str(rows[id(notice)]['id'])])}:{yes}"
        self._may_die(dies, 2 if dies == "sent" else 1)
        for _ in range(times):
            self.acts(self.template.staff[by], "tap", data)
        COUNTED[f"said {('no', 'yes')[yes]} by {WHO[by]}"] += 1

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

    def _gets_approval(self, slug: str) -> None:
        """The officer asks for a file of answers, and the other officer approves it."""
        self.acts(self.template.staff[2], "tap", f"ea:{base36(self.codes[slug])}")
        self.then("settle")
        if self.is_down:
            return
        waits = [r["id"] for r in self.looked.tables["export_requests"] if r["state"] == "waiting"]
        for row in self.looked.tables["codes"]:
            if row["kind"] == "export" and int(row["subject"]) in waits:
                self.acts(self.template.staff[3], "tap", f"ey:{base36(row['id'])}:1")
        self.then("settle")

    @rule(
        does=st.sampled_from(["r:{}", "ef:{}:1", "ef:{}:1"]),
        which=WHICH,
        dies=st.booleans(),
        how=SETTLES,
    )
    @counted
    def the_officer_looks_at_numbers(self, does: str, which: int, dies: bool, how: str) -> None:
        slug = self.slug(which)
        if does.startswith("ef"):
            if dies:
                self.something_closes()
            slug = self.closed_first()
            self._gets_approval(slug)
            self._may_die("drawn" if dies else "", 1)
        code = base36(self.codes[slug])
        self.acts(self.template.staff[2], "tap", does.format(code))
        self.then(how)
