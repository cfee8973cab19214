"""The texts of broadcasts as they are sent now: in a person's language, with their corrections."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from content.typed_words import room
from engagement.broadcasts.update_text import as_corrected
from storage.broadcasts import records
from storage.broadcasts.claims import Claimed
from usecases.broadcasts.corrected import Corrections, corrections_of
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Texts:
    """The variants, (id, text) by language, and the corrections of each broadcast."""

    variants: Mapping[int, Mapping[str, tuple[int, str]]]
    corrections: Corrections

    def language_for(self, row: Claimed) -> str:
        """The language in which this recipient gets it: English where theirs is missing."""
        return row.language if row.language in self.variants[row.broadcast_id] else "en"

    def said_to(self, row: Claimed) -> tuple[int, str, Sequence[str]]:
        """The variant, its text, and what was wrong in it. Where they don't fit into one message,
        the end of the text is left out, and it says where to read that."""
        variant, text = self.variants[row.broadcast_id][self.language_for(row)]
        wrong = self.corrections.shown(row.broadcast_id, row.ward)
        return variant, *as_corrected(text, wrong)

    def room(self, row: Claimed) -> int:
        """The room that it takes in a message."""
        _, text, wrong = self.said_to(row)
        return room("\n".join([text, *wrong]))


async def texts_of(tx: Transaction, world: World, rows: Collection[Claimed]) -> Texts:
    """The texts of the broadcasts of these rows."""
    ids = [*{row.broadcast_id for row in rows}]
    return Texts(await records.variants_of(tx, ids), await corrections_of(tx, world, ids))
