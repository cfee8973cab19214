"""What a second person is asked to approve of a broadcast, and the close that it names to them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import update

from storage.broadcasts.records import Broadcast, broadcasts, variants_of
from storage.engine.database import Transaction


async def content_of(tx: Transaction, found: Broadcast) -> dict[str, Any]:
    """What a second person approves: the audience, the subject and every wording."""
    texts = (await variants_of(tx, [found.id])).get(found.id, {})
    # Only where it is one: what was asked about before there were corrections keeps its hash.
    corrects = {} if found.corrects is None else {"corrects": found.corrects}
    poll = {} if found.poll is None else {"poll": found.poll.kept}
    named = found.closes_named
    closes = {} if named is None else {"closes": named.astimezone(UTC).isoformat()}
    return {
        "kind": found.kind,
        "wards": [*found.wards],
        "theme": found.theme,
        "consultation": found.consultation,
        "texts": {language: text for language, (_, text) in texts.items()},
        **corrects,
        **poll,
        **closes,
    }


async def name_close(tx: Transaction, broadcast_id: int, closes: datetime) -> None:
    """Store the close of its questions that an invitation names from now on."""
    mine = update(broadcasts).where(broadcasts.c.id == broadcast_id)
    await tx.execute(mine.values(closes_named=closes))
