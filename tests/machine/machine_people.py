"""What residents do."""

from __future__ import annotations

import re

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from machine_base import DIES, PEOPLE, SETTLES, WHICH, Grounds, counted
from machine_invariants import OPEN, says, tables_of
from machine_town import AT_HOME

from content.schema.consultation import QuestionKind
from engagement.consultations.receipt import base36

PLACES = st.sampled_from([*AT_HOME.values(), "Amersham and Chesham Bois", "Atlantis"])
WARDS = st.sampled_from([*AT_HOME.values(), "Amersham and Chesham Bois"])
KNOWN = frozenset({"s", "a", "b", "q", "g", "h", "c", "z", "d", "co", "hd", "v"})
"""Buttons whose effect the model knows."""


QUESTION = re.compile(r"\d+ of (up to )?\d+\.")


class Residents(Grounds):
    """Residents and those who may become some."""

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
        if self.is_down:
            mine = self.model.folk[who].responses.get(slug)
            at = next((q for q in questions if mine and q.key == mine.position), None)
            if at is not None and at.kind is QuestionKind.TEXT:
                return  # own words typed before their question is there are asked about
        else:
            self.run(self.town.settle())
            newest = self.town.phone(who).last
            if newest is None or not QUESTION.match(newest.text):
                return  # what is typed below something else is asked about first
        self.acts(who, "text", options[label] if label < len(options) else own)
        for place in range(len(questions)):
            self.acts(who, "tap", f"kw:{base36(self.codes[slug])}:{place}:1")
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

    @rule(number=PEOPLE, sure=st.sampled_from([1, 4, 4, 0]), how=SETTLES)
    @counted
    def asks_to_be_forgotten(self, number: int, sure: int, how: str) -> None:
        self._leaves(self.user(number), [("text", "/forget"), ("tap", f"f:{sure}:0")], how)

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
        if self.is_down or (
            self.model.folk[who].reach == "reachable" and self.model.folk[who].ward
        ):
            return
        states = {d["id"]: d["state"] for d in tables_of(self.town.database)["deliveries"]}
        for notice in self.notices:
            claimed = sum(states[i] == "claimed" for i in rows)
            got = sum(
                m.from_bot and says(m.text, notice.text) for m in self.town.phone(who).messages
            )
            self.left.setdefault((who, notice.text), got + claimed)

    def _rows_of(self, who: int) -> list[int]:
        tables = tables_of(self.town.database)
        contact = next((c["id"] for c in tables["contacts"] if c["chat_id"] == who), None)
        return [d["id"] for d in tables["deliveries"] if contact and d["contact_id"] == contact]

    @rule(number=PEOPLE, verb=st.sampled_from(["mw", "mf"]), ward=WARDS, how=SETTLES)
    @counted
    def moves_house_or_follows_a_ward(self, number: int, verb: str, ward: str, how: str) -> None:
        who = self.user(number)
        if self.model.folk[who].ward and not self.is_down:
            # What is on its way comes first: below the question it would ask about the words.
            self.then("settle")
            self.acts(who, "tap", verb)
            # Words are for what is in the chat: the question first.
            self.then("settle")
            self.acts(who, "text", ward)
        self.then(how)

    @rule(number=PEOPLE, choice=st.sampled_from([1, 2, 2, 3]), how=SETTLES)
    @counted
    def chooses_how_many_a_week(self, number: int, choice: int, how: str) -> None:
        self.acts(self.user(number), "tap", f"nw:{choice}")
        self.then(how)

    @precondition(lambda self: not self.is_down)
    @rule(how=SETTLES)
    @counted
    def whoever_waits_wants_only_questions(self, how: str) -> None:
        """Somebody for whom news waits, so that it is dropped: by chance that is rare."""
        self.then("settle")
        at_rest = self.looked
        waits = {d["contact_id"] for d in at_rest.tables["deliveries"] if d["state"] in OPEN}
        mine = (who for who, c in at_rest.contacts.items() if c["id"] in waits)
        if (who := next((one for one in mine if one in self.people), None)) is not None:
            self.acts(who, "tap", "nw:3")
        self.then(how)

    @rule(number=PEOPLE, theme=st.integers(0, 6), how=SETTLES)
    @counted
    def follows_a_theme(self, number: int, theme: int, how: str) -> None:
        self.acts(self.user(number), "tap", f"h:{theme}")
        self.then(how)
