"""Twenty thousand inputs through Telegram's own door: each class has what must come of it.

The specification is ``../shared/data/telegram/bot_api_10.1.json``; without it they are skipped.
Dates beyond 2038 and numbers over 52 bits count as malformed. Not covered: photos and files with
content, the webhook's own parsing, updates larger than a megabyte, languages other than English,
and what a reply says beyond that there is one.
"""

from __future__ import annotations

import json
import random
import sqlite3
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from company import BOOKER, Neighbourhood
from fuzz_inputs import Batch, Cast, Maker
from fuzz_spec import SPEC
from light_folder import light_folder

from content.library import Library
from engagement.broadcasts.pace import Rates
from engagement.staff.rights import Role
from wardmote.demo.stage import Stage, staged
from wardmote.demo.story import first_consultation

pytestmark = [
    pytest.mark.skipif(not SPEC.exists(), reason="the Bot API's specification is not here"),
    # A warning of the library on old fields: an error here, a line on the console there.
    pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning"),
]

SEED = 20_260
FAST = Rates(whole_bot=100_000.0, one_chat=10_000.0, one_chat_burst=1000)
BATCH = 100
UNCOMPARED = frozenset(
    {"inbox", "drafts", "shown", "sqlite_sequence", "deployment", "arrivals", "alarms"}
)
"""Alarms are raised and end with the clock: what is set aside is one."""
BY_A_TICK = {"consultation_steps": "told_at", "listed_texts": "is_changed"}
"""Columns that a tick writes by itself: that those who asked for a decision have heard of it, and
that a text on the list was changed."""
LISTED = frozenset({"listed_texts", "text_writers"})
"""At night a tick adds rows to these, for texts that aren't listed or wait to be listed again. What
is there stays."""
GIVEN = frozenset({"answers", "answer_history", "chosen", "responses", "comments"}) | LISTED


def _rows(db: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table, without what a tick writes."""
    named = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'"{c}"' for c in named if c != BY_A_TICK.get(table))
    which = " WHERE NOT waits" if table == "text_writers" else ""
    return db.execute(f'SELECT {columns} FROM "{table}"{which}').fetchall()


def _differs(table: str, before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]) -> bool:
    return not {*before} <= {*after} if table in LISTED else before != after


async def _cast(stage: Stage) -> Cast:
    hood = Neighbourhood(stage)
    residents = [(await hood.resident(f"R{n}", "HP12 3HP")).phone.user_id for n in range(25)]
    strangers = [hood.stranger(f"S{n}").phone for n in range(50)]
    for phone in strangers:
        phone.start()
        phone.type("/stop")
    invite = await stage.invite(Role.OFFICER, "Officer", ())
    await hood.stranger("Officer").start(invite)
    consultation = first_consultation(stage.library)
    return Cast(
        residents,
        [phone.user_id for phone in strangers],
        stage.service.world.loaded.consultation_codes[consultation.slug],
        consultation.questions,
        (await stage.poster(BOOKER, "library"), BOOKER),
        invite,
    )


class Inspector:
    """Looks at files and phones before and after a batch."""

    def __init__(self, stage: Stage, database: Path, cast: Cast) -> None:
        self._stage = stage
        self._database = database
        self._cast = cast
        self._answers: dict[tuple[int, str], object] = {}
        self._last = 0
        self.counts: Counter[str] = Counter()

    def look(self) -> tuple[dict[str, Any], dict[int, int]]:
        """Every compared table as it is, and how much the bot has said in each chat."""
        with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as db:
            names = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
            tables = {name: _rows(db, name) for name in names if name not in UNCOMPARED}
        db.close()
        phones = self._stage.emulator.phones
        said = {user: sum(m.from_bot for m in p.messages) for user, p in phones.items()}
        return tables, said

    async def feed(self, batch: Batch) -> None:
        """One batch in, and all that must have come of it."""
        before, said = self.look()
        for part in (batch.first, batch.updates):
            for update in part:
                self._stage.emulator.push(update)
            await self._stage.settle()
        after, says = self.look()
        told = {user for user in says if says[user] != said.get(user, 0)}
        assert told <= batch.senders, f"told somebody else: {told - batch.senders}"
        assert batch.heard <= told, "somebody got no reply"
        changed = {name for name in before if _differs(name, before[name], after[name])}
        assert changed <= (GIVEN if batch.answers or batch.first else set()), changed
        self._states(batch)
        self._answers |= batch.answers
        assert self._stored() == self._answers
        self._arrived(batch)
        self.counts[batch.name] += batch.inputs

    def _states(self, batch: Batch) -> None:
        with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as db:
            rows = db.execute(
                "SELECT seq, state, payload FROM inbox WHERE seq > ? ORDER BY seq", (self._last,)
            ).fetchall()
        db.close()
        assert len(rows) == batch.inputs
        self._last = rows[-1][0]
        aside = [payload for _, state, payload in rows if state == "quarantined"]
        assert not [state for _, state, _ in rows if state == "new"]
        assert batch.may_set_aside or not aside, f"set aside: {aside[0]}"
        self.counts["set aside"] += len(aside)

    def _stored(self) -> dict[tuple[int, str], object]:
        with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as db:
            rows = db.execute(
                "SELECT contacts.chat_id, question, value FROM answers JOIN contacts"
                " ON contacts.resident_id = answers.resident_id"
            ).fetchall()
        db.close()
        return {
            (chat, question): json.loads(value) if isinstance(value, str) else value
            for chat, question, value in rows
        }

    def _arrived(self, batch: Batch) -> None:
        with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as db:
            rows = dict(db.execute("SELECT chat_id, ward FROM arrivals").fetchall())
        db.close()
        for user, ward in batch.arrivals.items():
            assert user in rows
            assert rows[user] == ward

    async def everybody_leaves(self) -> None:
        """Arrivals say /stop, so that the next batch meets strangers again."""
        for user in self._cast.strangers:
            self._stage.emulator.phone("", user_id=user).type("/stop")
        await self._stage.settle()
        with sqlite3.connect(f"file:{self._database}?mode=ro", uri=True) as db:
            (self._last,) = db.execute("SELECT MAX(seq) FROM inbox").fetchone()
        db.close()


async def _fuzz(library: Library, folder: Path, *, inputs: int) -> Counter[str]:
    start = first_consultation(library).opens_at + timedelta(hours=1)
    chance = random.Random(SEED)
    async with staged(library, start=start, folder=folder, seed=3, rates=FAST) as stage:
        cast = await _cast(stage)
        maker, inspector = Maker(cast, chance), Inspector(stage, folder / "wardmote.db", cast)
        await inspector.everybody_leaves()
        for make, share in maker.classes.items():
            left = inputs * share // 100
            while left > 0:
                batch = make(min(BATCH, left))
                try:
                    await inspector.feed(batch)
                except AssertionError as found:
                    found.add_note(f"seed {SEED}; {batch.name}: {json.dumps(batch.updates)}")
                    raise
                left -= batch.inputs
                if batch.arrivals:
                    await inspector.everybody_leaves()
    return inspector.counts


async def test_a_few_hundred_inputs_do_what_they_should(
    buckinghamshire: Library,
) -> None:
    with light_folder("fuzz") as folder:
        counts = await _fuzz(buckinghamshire, folder, inputs=500)
    assert sum(n for name, n in counts.items() if name != "set aside") >= 480


@pytest.mark.long
async def test_twenty_thousand_inputs_do_what_they_should(
    buckinghamshire: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    with light_folder("fuzz") as folder:
        counts = await _fuzz(buckinghamshire, folder, inputs=20_000)
    with capsys.disabled():
        sys.stdout.write(f"\nseed {SEED}\n")
        sys.stdout.writelines(f"{what} {times} times\n" for what, times in counts.items())
    assert sum(n for name, n in counts.items() if name != "set aside") == 20_000
