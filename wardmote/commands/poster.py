"""`wardmote poster`: the link on a poster, which asks residents whether its ward is home."""

from __future__ import annotations

from usecases.people import poster_links
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import council_files
from wardmote.commands.join_links import join_link, known_wards, one_line
from wardmote.commands.transaction import with_council
from wardmote.service.settings import Settings

LONGEST_SOURCE = 64


async def poster(settings: Settings, *, ward: str, source: str) -> str:
    """The link for a poster in ``ward``; ``source`` says where it hangs. Raises CannotRun."""
    council = council_files(settings)
    known_wards(council, (ward,))
    source = one_line("--source", source, LONGEST_SOURCE)

    async def create(tx: Transaction, _: World) -> str:
        return await join_link(tx, await poster_links.poster_payload(tx, ward, source))

    return await with_council(settings, create, council)
