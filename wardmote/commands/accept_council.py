"""`wardmote accept-council`: stores the council's new slug in its database."""

from __future__ import annotations

from usecases.operations import council_of_deployment
from usecases.world import Transaction
from wardmote.commands.cannot_run import council_is_there
from wardmote.commands.transaction import in_transaction
from wardmote.service.settings import Settings


async def accept_council(settings: Settings) -> str:
    """Store WARDMOTE_COUNCIL as the council of this database. Raises CannotRun."""
    council_is_there(settings)
    slug = settings.council

    async def accept(tx: Transaction) -> str | None:
        return await council_of_deployment.accept(tx, slug)

    before = await in_transaction(settings, accept, of_any_council=True)
    if before == slug:
        return f"Nothing has changed: this database belongs to the council {slug!r}."
    now = f"This database now belongs to the council {slug!r}. Make a backup now"
    if before is None:
        return f"{now}."
    return (
        f"{now}: those from before are of {before!r}. To restore one, run this command with the "
        "old settings first, and with the new ones after it. `backup --keep` no longer deletes "
        "them."
    )
