"""`wardmote wards import-boundaries`: stores the wards' boundaries from a GeoJSON file."""

from __future__ import annotations

from pathlib import Path

from content import boundaries as boundary_files
from content import library
from storage.people import boundaries
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun, council_files
from wardmote.commands.transaction import with_council
from wardmote.service.settings import Settings


async def import_boundaries(settings: Settings, *, file: Path) -> str:
    """Store the boundaries of the wards in force. Returns the line to print. Raises CannotRun."""
    council = council_files(settings)
    try:
        shapes = boundary_files.read(file, council.wards, council.council)
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None

    async def store(tx: Transaction, world: World) -> str:
        await boundaries.keep(tx, world.vintage, shapes)
        return (
            f"{len(shapes)} boundaries of {world.vintage} are stored. After the next start or "
            "`wardmote content reload` a shared location finds its ward exactly."
        )

    return await with_council(settings, store, council)
