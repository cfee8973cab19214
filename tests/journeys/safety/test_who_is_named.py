"""Who is named to read words of danger: only people whom an alert reaches count."""

from company import Neighbourhood, Person
from on_duty import HURT, all_text, named

from engagement.staff.rights import Role

TOO_FEW = "Fewer than two people named to read words of danger can be reached"


async def test_who_sends_stop_is_told_and_counts_as_nobody(
    hood: Neighbourhood, amina: Person
) -> None:
    administrator = await hood.staff(Role.ADMINISTRATOR)
    ruth = await named(hood, Role.OFFICER, "Ruth")
    dev = await named(hood, Role.OPERATOR, "Dev")
    assert TOO_FEW not in await administrator.types("/status")
    await ruth.types("/stop")
    assert "Alerts won't reach you now" in ruth.sees
    assert TOO_FEW in await administrator.types("/status")
    await dev.types("/stop")
    await amina.types(HURT)
    assert "can read what you wrote" not in all_text(amina)
    assert "nobody named to read them can be reached" in administrator.sees
    assert "Alerts won't reach" not in await amina.types("/stop")
