"""Which council this database belongs to: its residents must not be answered in another's name."""

from __future__ import annotations

from storage.operations import deployment
from usecases.world import Transaction

SLUG = "council"
"""The fact that holds the council's slug."""


class AnotherCouncil(Exception):
    """The settings are of another council. The text is the slug of the database's."""


async def check(tx: Transaction, slug: str) -> None:
    """Raise AnotherCouncil if the database belongs to another council than this. One from before
    slugs were stored belongs to the first that starts."""
    known = await deployment.fact(tx, SLUG)
    if known not in (None, slug):
        raise AnotherCouncil(known)


async def take_up(tx: Transaction, slug: str) -> None:
    """Store this council as that of the database. Raises AnotherCouncil if it has another."""
    await check(tx, slug)
    await deployment.remember(tx, SLUG, slug)


async def accept(tx: Transaction, slug: str) -> str | None:
    """Store this council as that of the database, whichever it had before. Returns the slug that it
    had, None if it had none."""
    known = await deployment.fact(tx, SLUG)
    await deployment.remember(tx, SLUG, slug)
    return known
