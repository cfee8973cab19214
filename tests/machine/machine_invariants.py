"""What holds at every moment of quiet, whatever people, staff, Telegram and crashes have done.

The tables are compared with the model's own account and with the witness: what stands on phones.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from machine_model import Model, Response
from machine_town import THRESHOLDS, Town

from engagement.consultations.late import SETTLES_AFTER

Row = dict[str, Any]
OPEN = {"queued", "claimed"}
RECEIPT = re.compile(r"[Rr]eceipt: (\w{3}-\w{3})")


@dataclass
class Notice:
    """A broadcast as its author meant it. ``text`` occurs in no other message."""

    text: str
    wards: set[str]
    theme: str | None
    made: datetime
    kind: str
    sure: set[int]
    unsure: set[int]
    cuts: Counter[int]
    deaths: int
    said_yes: set[int] = field(default_factory=set)
    corrects: Notice | None = None


def says(message: str, text: str) -> bool:
    """Whether a message tells this. A correction only quotes what it corrects."""
    quotes = message.startswith("Correction.") and not text.startswith("Correction ")
    return text in message and not quotes


@dataclass
class Look:
    """Everything there is to compare, at one moment of quiet."""

    town: Town
    model: Model
    staff: tuple[int, ...]
    notices: list[Notice]
    cuts: Counter[int]  # by chat: faults that left a message's fate open
    left: dict[tuple[int, str], int]  # (user, text): how often they may have it, having left
    tables: dict[str, list[Row]]

    @property
    def written(self) -> list[Row]:
        """The broadcasts that somebody wrote."""
        return [row for row in self.tables["broadcasts"] if row["kind"] != "echo"]

    def notice_rows(self) -> Iterable[tuple[Notice, Row, list[Row]]]:
        """Every notice that became a broadcast, with the broadcast and its ledger."""
        texts = {v["broadcast_id"]: v["text"] for v in self.tables["broadcast_variants"]}
        for broadcast in self.written:
            notice = next(n for n in self.notices if n.text == texts[broadcast["id"]])
            mine = [d for d in self.tables["deliveries"] if d["broadcast_id"] == broadcast["id"]]
            yield notice, broadcast, mine

    def got(self, user: int, text: str) -> int:
        """How many messages with these words the bot has put into a chat."""
        return sum(m.from_bot and says(m.text, text) for m in self.town.phone(user).messages)

    @property
    def contacts(self) -> dict[int, Row]:
        """Contacts by chat."""
        return {c["chat_id"]: c for c in self.tables["contacts"]}


def tables_of(database: Path) -> dict[str, list[Row]]:
    """Every row of every table, read from outside."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]
            for (name,) in names
        }
    connection.close()
    return found


def answers_are_the_last_ones_given_with_their_history(look: Look) -> None:
    """Nothing acknowledged is lost, nothing is stored that was not given, in the order given."""
    by_resident = _stored_responses(look)
    known = {c["resident_id"]: chat for chat, c in look.contacts.items() if c["resident_id"]}
    for resident, chat in known.items():
        meant = {k: _told(r) for k, r in look.model.folk[chat].responses.items()}
        assert by_resident.pop(resident, {}) == meant, look.model.folk[chat].name


def answers_of_the_forgotten_stay_and_lead_to_nobody(look: Look) -> None:
    """What somebody answered before /forget is kept whole, under an id without a contact."""
    known = {c["resident_id"] for c in look.contacts.values()}
    kept = [r for resident, r in _stored_responses(look).items() if resident not in known]
    meant = [{k: _told(r) for k, r in responses.items()} for responses in look.model.nobodys]
    assert sorted(map(repr, kept)) == sorted(map(repr, meant))


def people_are_where_they_said(look: Look) -> None:
    """Ward, reach and what is followed are what each person's own acts make them."""
    wards = {r["id"]: r["ward"] for r in look.tables["residents"]}
    for user, folk in look.model.folk.items():
        contact = look.contacts.get(user)
        assert (contact is not None) == (folk.ward is not None), folk.name
        if contact is None:
            continue
        assert wards[contact["resident_id"]] == contact["ward"] == folk.ward, folk.name
        if not folk.unsure or folk.reach == "stopped":
            assert contact["reach"] == folk.reach, folk.name
        mine = {
            (f["kind"], f["subject"])
            for f in look.tables["follows"]
            if f["contact_id"] == contact["id"]
        }
        ward = {("ward", folk.follows)} if folk.follows else set()
        assert mine == {("theme", slug) for slug in folk.themes} | ward, folk.name


def a_receipt_on_a_phone_is_stored(look: Look) -> None:
    """Nobody is told "saved" of a response that is not complete in the database."""
    stored = {r["receipt"]: r for r in look.tables["responses"]}
    for user, folk in look.model.folk.items():
        if folk.ward is None or not folk.responses:
            continue
        contact = look.contacts[user]
        mine = {r["receipt"] for r in stored.values() if r["resident_id"] == contact["resident_id"]}
        shown = [s for s in look.tables["shown"] if s["person"] == contact["id"]]
        ids = {s["message_id"] for s in shown if s["topic"].startswith("c-")}
        for message in look.town.phone(user).messages:
            found = RECEIPT.search(message.text) if message.message_id in ids else None
            if found and message.from_bot:
                assert found[1] in mine, (folk.name, found[1])


def every_ledger_adds_up_to_its_audience(look: Look) -> None:
    """One row a recipient; as many rows as were frozen; all of them known states."""
    for _, broadcast, rows in look.notice_rows():
        contacts = [row["contact_id"] for row in rows if row["contact_id"] is not None]
        assert len(contacts) == len(set(contacts))
        if broadcast["people_frozen"] is None:
            assert broadcast["state"] not in ("sending", "sent")
        else:
            assert len(rows) == broadcast["people_frozen"]


def the_audience_is_who_was_there(look: Look) -> None:
    """Everybody in those wards who could be reached when it went, and nobody else."""
    chats = {c["id"]: chat for chat, c in look.contacts.items()}
    for notice, broadcast, rows in look.notice_rows():
        may = notice.sure | notice.unsure
        got = {user for user in look.model.folk if look.got(user, notice.text)}
        assert got <= may, "somebody outside got it"
        if broadcast["people_frozen"] is None:
            continue
        assert len(notice.sure) <= len(rows) <= len(may)
        for row in rows:
            # Who was forgotten and has come back has another contact.
            assert row["contact_id"] is None or chats[row["contact_id"]] in may


def the_ledger_tells_what_phones_saw(look: Look) -> None:
    """Sent is on the phone; cancelled, blocked and failed are not."""
    chats = {c["id"]: chat for chat, c in look.contacts.items()}
    for notice, _, rows in look.notice_rows():
        for row in rows:
            if row["contact_id"] is None:
                continue
            seen = look.got(chats[row["contact_id"]], notice.text)
            if row["state"] == "sent":
                assert seen >= 1, "counted as sent and never seen"
            elif (
                row["state"] in ("cancelled", "blocked", "failed", "queued") and not notice.corrects
            ):
                # A correction may also be in a later copy of what it corrects.
                assert seen <= int(row["attempts"] > 1), f"{row['state']}, and on the phone"


def nobody_gets_it_more_often_than_crashes_explain(look: Look) -> None:
    """Once; once more for each crash or cut line since; twice at the very most."""
    for notice in look.notices:
        deaths = len(look.town.deaths) - notice.deaths
        for user, folk in look.model.folk.items():
            most = min(2, 1 + deaths + look.cuts[user] - notice.cuts[user])
            # A correction may also be in a later copy of what it corrects.
            most *= 2 if notice.corrects else 1
            assert look.got(user, notice.text) <= most, folk.name


def who_left_before_the_claim_gets_nothing_more(look: Look) -> None:
    """After /stop, /forget or a block only what was claimed by then may still come."""
    for (user, text), most in look.left.items():
        assert look.got(user, text) <= most, look.model.folk[user].name


def nothing_large_goes_without_the_second_yes(look: Look) -> None:
    """Above the threshold somebody else has said yes, before a single message."""
    staff = {s["id"]: s["contact_id"] for s in look.tables["staff"]}
    for notice, broadcast, rows in look.notice_rows():
        began = rows or any(look.got(user, notice.text) for user in look.model.folk)
        if began and (broadcast["people_shown"] > THRESHOLDS.second_yes or notice.kind == "urgent"):
            assert notice.said_yes, "nobody said yes"
            assert broadcast["decided_by"] not in (None, broadcast["author"])
            assert staff[broadcast["decided_by"]] != staff[broadcast["author"]]


def the_forgotten_leave_no_chat_behind(look: Look) -> None:
    """The chat id of whoever is neither here nor arriving is in no table."""
    for user, folk in look.model.folk.items():
        if folk.ward is not None or folk.step is not None or folk.arrived is not None:
            continue
        for name, rows in look.tables.items():
            for row in rows:
                assert str(user) not in repr(list(row.values())), f"{folk.name} in {name}"


def words_stay_in_their_own_chat(look: Look) -> None:
    """What one person wrote is never shown in another resident's chat."""
    for user, folk in look.model.folk.items():
        for message in look.town.phone(user).messages:
            for name in re.findall(r"written by (\w+)", message.text):
                assert name == folk.name, f"{folk.name} reads {name}"


def results_obey_the_thresholds(look: Look) -> None:
    """Under the smallest cell nothing is said; every count is a multiple of the rounding."""
    for message in look.town.phone(look.staff[2]).messages:
        slug = next(
            (
                c.slug
                for c in look.model.library.consultations.values()
                if message.text.startswith(c.title.say("en"))
            ),
            None,
        )
        if not message.from_bot or slug is None:
            continue
        about = [int(n) for n in re.findall(r"[Aa]bout (\d+)", message.text)]
        assert all(n % THRESHOLDS.rounding == 0 for n in about)
        if look.model.most_people[slug] < THRESHOLDS.smallest_cell:
            assert not about, "too few, and shown"


def what_is_released_is_written_once(look: Look) -> None:
    """No entry of the register ever changes or goes, nor is there one before counting is complete;
    and what the officer has seen of final numbers is what the register says."""
    entries = {(row["consultation"], row["number"]): row for row in look.tables["releases"]}
    for key, row in entries.items():
        assert look.model.released.setdefault(key, row) == row, key
        released_at = datetime.fromisoformat(row["released_at"]).replace(tzinfo=UTC)
        closes_at = look.model.library.consultations[key[0]].closes_at
        assert released_at >= closes_at + SETTLES_AFTER, key
    assert entries.keys() == look.model.released.keys()
    for message in look.town.phone(look.staff[2]).messages:
        if not message.from_bot or "These are the final numbers" not in message.text:
            continue
        [title] = [t for t in _titles(look) if message.text.startswith(t)]
        public = json.loads(entries[_titles(look)[title], 1]["body"])["published"]
        about, to = public["about"], public["about_to"]
        head = message.text.splitlines()[1]
        if about is None:
            assert head.startswith("Fewer than"), head
        else:
            assert re.findall(r"\d+", head) == [str(n) for n in (about, to) if n], head


def no_file_goes_without_a_second_persons_yes(look: Look) -> None:
    """As many files as the audit says, each on a request that somebody else has approved."""
    requests = {row["id"]: row for row in look.tables["export_requests"]}
    written = [row for row in look.tables["audit"] if row["act"] == "exported"]
    for row in written:
        asked = requests[_value(row["detail"])["request"]]
        assert asked["state"] == "yes"
        assert asked["decided_by"] not in (None, asked["author"])
    sent = [m.document for m in look.town.phone(look.staff[2]).messages if m.document]
    assert len(sent) <= len(written)
    assert all("-not-for-publication." in document.filename for document in sent)


def _titles(look: Look) -> dict[str, str]:
    """The slugs of consultations by title."""
    return {c.title.say("en"): c.slug for c in look.model.library.consultations.values()}


REPORT = {
    "blocked us, left before it reached them, want no news, have answered since, "
    "or would have had it too late": ("blocked", "cancelled"),
    "could not be sent": ("failed",),
    "may or may not have arrived": ("unknown",),
}
"""How a report says what became of deliveries in these states."""
HERE = {
    "held-back": "held back",
    "not-released": "not sent, because of an election",
    "taken-back": "not sent, because you took it back",
}
"""Reasons that may have lines of their own. Without one they count with those who are gone."""
HEAD = re.compile(r"^Sent\. Of ((?:(?:up to )?about|fewer than) (\d+)) people:$", re.MULTILINE)


def as_told(number: int) -> str:
    """A number of people as staff may see it, worked out apart from the product."""
    if number < THRESHOLDS.smallest_cell:
        return f"Fewer than {THRESHOLDS.smallest_cell}"
    return f"About {THRESHOLDS.rounding * round(number / THRESHOLDS.rounding)}"


def reports_say_what_the_ledger_says(look: Look) -> None:
    """Each line of a final report is the ledger's own number, as it may be shown, or no more than
    that of the audience. Who left is never told by a line that is missing or there."""
    author = look.contacts[look.staff[0]]
    shown = {s["topic"]: s for s in look.tables["shown"] if s["person"] == author["id"]}
    codes = {c["subject"]: c["id"] for c in look.tables["codes"] if c["kind"] == "broadcast"}
    messages = look.town.phone(look.staff[0]).chat.messages
    for _, broadcast, rows in look.notice_rows():
        there = shown.get(f"b-{codes.get(str(broadcast['id']))}")
        message = messages.get(there["message_id"]) if there else None
        head = HEAD.match(message.text) if message else None
        if message is None or head is None:
            continue
        assert int(head[2]) % THRESHOLDS.rounding == 0
        few = head[1].startswith("fewer")
        whole = f"{'Fewer than' if few else 'Up to about'} {head[2]}"
        lines = message.text.splitlines()
        here = {reason for reason, words in HERE.items() if words in message.text}
        assert f"{whole} arrived" in lines
        for became, states in REPORT.items():
            count = sum(row["state"] in states and row["reason"] not in here for row in rows)
            told = [line.removesuffix(f" {became}") for line in lines if line.endswith(became)]
            assert set(told) <= {as_told(count), whole}, (became, rows)
            if len(states) == 1:
                assert bool(told) == bool(count), (became, rows)
            elif few:
                assert told, (became, rows)


def an_echo_is_for_who_answered_and_comes_once(look: Look) -> None:
    """One row a person and consultation, with the ward they answered in."""
    echoes = {b["id"]: b["consultation"] for b in look.tables["broadcasts"] if b["kind"] == "echo"}
    rows = [d for d in look.tables["deliveries"] if d["broadcast_id"] in echoes]
    known = {c["id"]: c["resident_id"] for c in look.contacts.values()}
    given = {(r["resident_id"], r["consultation"]): r for r in look.tables["responses"]}
    had = Counter((d["contact_id"], echoes[d["broadcast_id"]]) for d in rows if d["contact_id"])
    assert set(had.values()) <= {1}, had
    for row in rows:
        response = given.get((known.get(row["contact_id"]), echoes[row["broadcast_id"]]))
        if response is not None:
            assert (response["ward"], response["mode"]) == (row["ward"], "chat"), row
            assert response["state"] != "started", row


def nothing_is_left_to_do(look: Look) -> None:
    """In the end no update waits or was set aside, no reply is owed, no row is open."""
    states = Counter(row["state"] for row in look.tables["inbox"])
    assert states.keys() <= {"done"}, states
    assert all(row["person"] is None for row in look.tables["inbox"]), "a reply is owed"
    left = [d for d in look.tables["deliveries"] if d["state"] in OPEN]
    # What has met a hold waits for the monitoring officer, for ever if need be.
    assert {d["reason"] for d in left} <= {"election"}, left
    sending = {b["id"]: b for b in look.tables["broadcasts"] if b["state"] == "sending"}
    waits = {d["broadcast_id"] for d in left}
    assert waits <= sending.keys()
    # One that nobody gets waits like one that somebody gets.
    nobodys = [sending[one] for one in sending.keys() - waits]
    assert all(json.loads(b["undecided_wards"] or "[]") for b in nobodys), nobodys
    assert not [b for b in look.tables["broadcasts"] if b["state"] == "approved"]


AT_REST: tuple[Callable[[Look], None], ...] = (
    answers_are_the_last_ones_given_with_their_history,
    answers_of_the_forgotten_stay_and_lead_to_nobody,
    people_are_where_they_said,
    a_receipt_on_a_phone_is_stored,
    every_ledger_adds_up_to_its_audience,
    the_audience_is_who_was_there,
    the_ledger_tells_what_phones_saw,
    nobody_gets_it_more_often_than_crashes_explain,
    who_left_before_the_claim_gets_nothing_more,
    nothing_large_goes_without_the_second_yes,
    the_forgotten_leave_no_chat_behind,
    words_stay_in_their_own_chat,
    results_obey_the_thresholds,
    what_is_released_is_written_once,
    no_file_goes_without_a_second_persons_yes,
    reports_say_what_the_ledger_says,
    an_echo_is_for_who_answered_and_comes_once,
)
"""What holds whenever the town is quiet."""


def _told(response: Response) -> object:
    values = {k: list(v) if isinstance(v, tuple) else v for k, v in response.values.items()}
    history = [(k, list(v) if isinstance(v, tuple) else v) for k, v in response.history]
    facts = (response.ward, response.state, response.position)
    return (facts, sorted(values.items()), history, response.comments)


def _value(stored: object) -> object:
    """A document as SQLite gives it: what looks like a number has become one."""
    return json.loads(stored) if isinstance(stored, str) else stored


def _stored_responses(look: Look) -> dict[int, dict[str, object]]:
    """By resident and consultation, in the shape of ``_told``."""

    def mine(table: str, row: Row) -> list[Row]:
        return [
            r
            for r in look.tables[table]
            if r["resident_id"] == row["resident_id"] and r["consultation"] == row["consultation"]
        ]

    found: dict[int, dict[str, object]] = {}
    for row in look.tables["responses"]:
        values = sorted((a["question"], _value(a["value"])) for a in mine("answers", row))
        past = sorted(mine("answer_history", row), key=lambda one: one["id"])
        history = [(a["question"], _value(a["value"])) for a in past]
        said = sorted(mine("comments", row), key=lambda one: one["id"])
        comments = [(c["question"], c["text"]) for c in said]
        facts = (row["ward"], row["state"], row["position"])
        found.setdefault(row["resident_id"], {})[row["consultation"]] = (
            facts,
            values,
            history,
            comments,
        )
    return found
