"""`wardmote staff`: who holds a role, and ending one."""

from __future__ import annotations

from engagement.staff.rights import StaffMember
from usecases.staff import remove
from usecases.world import Transaction, World
from wardmote.commands.cannot_run import CannotRun, council_files
from wardmote.commands.transaction import in_reading, with_council
from wardmote.service.settings import Settings

NOBODY = "Nobody holds a role. To invite somebody: wardmote invite"


async def listed(settings: Settings) -> str:
    """A line for each person who holds a role. Raises CannotRun."""
    everybody = await in_reading(settings, remove.everybody)
    wards = council_files(settings).wards
    names = {code: ward.name for code, ward in wards.items()}
    return "\n".join(_line(member, names) for member in everybody) or NOBODY


async def removed(settings: Settings, number: str, *, even_last: bool) -> str:
    """End the role with this number of the list; say whose it was. Raises CannotRun, also for the
    only administrator unless ``even_last``."""

    async def end(tx: Transaction, world: World) -> StaffMember:
        return await remove.end_role(tx, world, number, even_last=even_last)

    try:
        member = await with_council(settings, end)
    except remove.NoSuchMember:
        raise CannotRun(
            f"Nobody who holds a role has the number {number}. See: wardmote staff list"
        ) from None
    except remove.OnlyAdministrator as only:
        raise CannotRun(
            f"{only} is the only administrator. Without one nobody is told of words of danger that "
            "reach none of the people named. Invite another first: wardmote invite --role "
            "administrator. To remove them all the same, add --yes."
        ) from None
    return f"{member.label} ({member.role}) no longer holds a role."


def _line(member: StaffMember, names: dict[str, str]) -> str:
    wards = ", ".join(names.get(code, code) for code in sorted(member.wards))
    where = "every ward" if member.every_ward else wards
    return f"{remove.number_of(member)}  {member.role}  {member.label}  {where}"
