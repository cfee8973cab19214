"""`wardmote invite`: a one-time link by which a member of staff joins."""

from __future__ import annotations

from engagement.staff.rights import Role
from usecases.staff import invite as invites
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun, council_files
from wardmote.commands.join_links import join_link, known_wards, one_line
from wardmote.commands.transaction import with_council
from wardmote.service.settings import Settings

LONGEST_LABEL = 80


async def invite(
    settings: Settings, *, role: str, label: str, wards: tuple[str, ...], board: str
) -> str:
    """The link. Raises CannotRun where the options do not fit together."""
    council = council_files(settings)
    try:
        chosen = Role(role)
    except ValueError:
        raise CannotRun(f"--role must be one of: {', '.join(Role)}.") from None
    codes = known_wards(council, wards, board)
    if chosen is Role.BOARD_MEMBER and not codes:
        raise CannotRun("Which wards? Give --wards or --board.")
    if chosen is not Role.BOARD_MEMBER and codes:
        raise CannotRun(f"An {chosen} sees every ward: leave out --wards and --board.")
    if label:
        label = one_line("--name", label, LONGEST_LABEL)

    async def create(tx: Transaction, world: World) -> str:
        payload = await invites.create(
            tx, world, role=chosen, label=label or chosen.replace("-", " "), wards=codes
        )
        return await join_link(tx, payload)

    return await with_council(settings, create, council)
