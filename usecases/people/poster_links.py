"""Start links on posters: a short code for the ward and the place where the poster hangs."""

from __future__ import annotations

from engagement.consultations.receipt import base36
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.world import Transaction, World


async def poster_payload(tx: Transaction, ward: str, source: str) -> str:
    """The payload of a poster's start link: a short code for its ward and its location."""
    return base36(await codes.code_for(tx, CodeKind.POSTER, f"{ward}|{source}"))


async def ward_and_source(
    tx: Transaction, world: World, payload: str
) -> tuple[str | None, str | None]:
    """The ward and the location in a start link's payload; None for both if unknown."""
    if not (payload.isascii() and payload.isalnum()) or len(payload) > 12:
        return None, None
    subject = await codes.subject_of(tx, CodeKind.POSTER, int(payload.lower(), 36))
    ward, _, source = (subject or "").partition("|")
    return (ward, source) if ward in world.library.wards else (None, None)
