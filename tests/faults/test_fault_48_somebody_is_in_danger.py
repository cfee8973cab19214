"""Somebody writes that they are in danger: whom to call comes first, and two people are told.

The rest is in ``tests/journeys/safety``.
"""

from company import Neighbourhood, Person
from deployment import Deployment, shows
from kill_and_look_inside import rows

from engagement.staff.rights import Role

HURT = "I am being hurt at home"
NOBODY = "Nobody reads this chat day and night"


async def test_fault_48_signposts_come_before_any_other_reply(amina: Person) -> None:
    """W10."""
    await amina.taps("Answer now")
    before = len(amina.from_bot)
    await amina.types(HURT)
    assert NOBODY in amina.from_bot[before].text
    assert "Shall we keep that as your comment?" in amina.sees


async def test_fault_48_after_a_kill_the_signposts_are_shown(deployment: Deployment) -> None:
    process = await deployment.runs()
    amina = await deployment.joins("Amina")
    await deployment.kill(process)
    process = await deployment.runs(WARDMOTE_FAILPOINT="acted")
    amina.type(HURT)
    await deployment.died(process)
    await deployment.runs()
    await deployment.see(lambda: shows(amina, NOBODY))


async def test_fault_48_only_the_named_open_the_words(hood: Neighbourhood, amina: Person) -> None:
    officer = await hood.officer()
    await amina.types(HURT)
    ((reference,),) = await rows(hood, "SELECT reference FROM safety_alerts")
    said = await officer.types(f"/open {reference}")
    assert "Only the people named" in said
    assert HURT not in said


async def test_fault_48_nothing_is_kept_of_people_who_have_not_joined(
    hood: Neighbourhood,
) -> None:
    officer = await hood.staff(Role.OFFICER)
    for person in (hood.stranger(), officer):
        await person.types(HURT)
    assert await rows(hood, "SELECT contact_id, times FROM safety_alerts") == [(None, 2)]
    assert await rows(hood, "SELECT text FROM safety_words") == []


async def test_fault_48_the_words_are_in_no_export(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types(HURT)
    await amina.taps("Yes")
    assert HURT not in str(await hood.exported(await hood.officer()))
