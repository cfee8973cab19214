"""Who is named to read words of danger: only people whom an alert reaches count."""

from company import Neighbourhood, Person
from on_duty import HURT, all_text, named, reference

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


async def test_a_new_role_or_forget_ends_the_duty_to_read_words_of_danger(
    hood: Neighbourhood,
) -> None:
    administrator = await hood.staff(Role.ADMINISTRATOR)
    ruth = await named(hood, Role.OFFICER, "Ruth")
    dev = await named(hood, Role.OPERATOR, "Dev")
    assert TOO_FEW not in await administrator.types("/status")
    await ruth.start(await hood.stage.invite(Role.OFFICER, "Ruth again"))
    await ruth.taps("Yes, change my role")
    assert "Only the people named" in await ruth.types("/open")
    assert TOO_FEW in await administrator.types("/status")
    await named(hood, Role.OFFICER, "Sue")
    assert TOO_FEW not in await administrator.types("/status")
    await dev.types("/forget")
    await dev.taps("Yes, forget me")
    assert TOO_FEW in await administrator.types("/status")


async def test_whoever_is_named_late_gets_the_open_alerts_at_once(
    hood: Neighbourhood, amina: Person
) -> None:
    administrator = await hood.staff(Role.ADMINISTRATOR)
    await amina.types(HURT)
    assert "nobody is named to read them" in administrator.sees
    ruth = await named(hood, Role.OFFICER, "Ruth")
    hood.stage.service.bot.broadcasts_changed()
    await hood.stage.settle()
    assert ruth.said_by_bot("Words of danger:") == 1
    await ruth.types(f"/close {reference(ruth)} Rang her")
    dev = await named(hood, Role.OPERATOR, "Dev")
    hood.stage.service.bot.broadcasts_changed()
    await hood.stage.settle()
    assert dev.said_by_bot("Words of danger:") == 0
