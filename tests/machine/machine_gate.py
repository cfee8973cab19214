"""What holds of everything that nobody asked for: how often it comes, when, and where it does not.

The witness is the emulator: what it put into each chat, and when. What people have chosen is the
model's own account of what they tapped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from machine_invariants import OPEN, Look, Notice, says
from machine_model import Folk
from machine_town import COUNTED

from content.schema.authored import local
from emulator.witness import Seen

WEEK = timedelta(days=7)
MOST = {"one": 1, "three": 3, "questions": 0}
"""News in a week, by choice. Without one it is one."""
HEARD_WITHIN = timedelta(minutes=10)
"""What was claimed before a choice, an evening or a hold began may still arrive."""
TICK = timedelta(days=1)


def _seen(look: Look, what: str) -> None:
    """Count the towns in which this happened: it is looked at again and again."""
    if what not in look.town.at_the_gate:
        look.town.at_the_gate.add(what)
        COUNTED[what] += 1


def came(look: Look, user: int, kind: str) -> Iterator[tuple[Seen, list[Notice]]]:
    """The messages of a chat with words of this kind in them, and the notices they are."""
    for seen in look.town.emulator.witness.of(user):
        held = [n for n in look.notices if n.kind == kind and says(seen.text, n.text)]
        if held:
            yield seen, held


def choices_at(folk: Folk, at: datetime) -> set[str]:
    """What somebody had chosen at some time just before."""
    begun = at - HEARD_WITHIN
    before = [choice for when, choice in folk.weekly if when <= begun]
    return {before[-1] if before else "one"} | {c for when, c in folk.weekly if begun < when <= at}


def nobody_gets_more_in_a_week_than_they_chose(look: Look) -> None:
    """In any seven times 24 hours, whoever wrote it, and however many leave as one message."""
    for user, folk in look.model.folk.items():
        times = [seen.at for seen, _ in came(look, user, "update")]
        if folk.here_since is not None:
            # Nobody knows what somebody was sent who has been forgotten since.
            times = [at for at in times if at > folk.here_since + HEARD_WITHIN]
        for at in times:
            most = max(MOST[choice] for choice in choices_at(folk, at))
            count = sum(at - WEEK < other <= at for other in times)
            assert count <= most, (folk.name, at, times, folk.weekly)
            _seen(look, f"came, of {most} a week")


def nothing_but_what_is_urgent_comes_at_night(look: Look) -> None:
    """From 21:00 to 08:00 by the council's clocks."""
    zone = look.town.library.council.timezone
    for user in look.model.folk:
        for kind in ("update", "correction", "urgent"):
            for seen, _ in came(look, user, kind):
                there = local(seen.at, zone)
                begun = local(seen.at - HEARD_WITHIN, zone)
                at_night = (there.hour >= 21 or there.hour < 8) and (
                    begun.hour >= 21 or begun.hour < 8
                )
                assert not at_night or kind == "urgent", (seen.text, there)
                _seen(look, f"came {'at night' if at_night else 'by day'}: {kind}")


def nothing_but_what_is_urgent_comes_into_a_ward_before_an_election(look: Look) -> None:
    """To nobody who lives there, and to nobody elsewhere if it is for no other ward."""
    zone = look.town.library.council.timezone
    for user, folk in look.model.folk.items():
        for kind in ("update", "correction"):
            for seen, notices in came(look, user, kind):
                for notice in notices:
                    held = _held(look, local(seen.at, zone), local(seen.at - HEARD_WITHIN, zone))
                    stays = folk.moved is None or folk.moved < notice.made
                    assert not notice.wards <= held, (notice.text, seen.at)
                    assert not (stays and folk.ward in held & notice.wards), (folk.name, seen.at)


def _held(look: Look, *times: datetime) -> set[str]:
    """The wards that were held at all of these times."""
    return {
        ward
        for hold in look.town.library.council.holds
        if all(hold.first_day <= at.date() <= hold.last_day for at in times)
        for ward in hold.wards
    }


def whatever_waits_says_why(look: Look) -> None:
    """By day a row that is queued waits for its week or for a decision; whatever will never come
    has a reason."""
    now = look.town.clock.now()
    quiet = not 8 <= local(now, look.town.library.council.timezone).hour < 21
    sending = {b["id"] for b in look.tables["broadcasts"] if b["state"] == "sending"}
    for row in look.tables["deliveries"]:
        if row["state"] == "cancelled":
            assert row["reason"], row
            _seen(look, f"cancelled: {row['reason']}")
        if row["state"] not in OPEN or row["broadcast_id"] not in sending:
            continue
        if row["reason"] in ("budget", "election"):
            until = datetime.fromisoformat(row["not_before"]).replace(tzinfo=now.tzinfo)
            _seen(look, f"waits: {row['reason']}")
            assert row["reason"] == "election" or until <= now + WEEK, (row, now)
            assert quiet or until > now - TICK, (row, now)
        else:
            assert quiet, (row, now)


def whoever_read_what_was_wrong_reads_what_is_right(look: Look) -> None:
    """In the end: in the same message, or in one after it."""
    texts = {v["broadcast_id"]: v["text"] for v in look.tables["broadcast_variants"]}
    for broadcast in look.written:
        notice = next(n for n in look.notices if n.text == texts[broadcast["id"]])
        if notice.corrects is None or broadcast["state"] != "sent":
            continue
        rows = [d for d in look.tables["deliveries"] if d["broadcast_id"] == broadcast["id"]]
        lost = {d["contact_id"] for d in rows if d["state"] != "sent"}
        for user, folk in look.model.folk.items():
            contact = look.contacts.get(user)
            away = folk.ever_left or folk.unsure or look.cuts[user]
            if contact is None or away or contact["id"] in lost:
                continue
            if look.got(user, notice.corrects.text):
                assert look.got(user, notice.text), (folk.name, notice.text)
                _seen(look, "read what is right")


AT_THE_GATE: tuple[Callable[[Look], None], ...] = (
    nobody_gets_more_in_a_week_than_they_chose,
    nothing_but_what_is_urgent_comes_at_night,
    nothing_but_what_is_urgent_comes_into_a_ward_before_an_election,
    whatever_waits_says_why,
)
