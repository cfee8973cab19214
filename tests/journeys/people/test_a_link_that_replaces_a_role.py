"""A staff link tapped by somebody who has a role: they are asked before anything ends."""

from company import ABBEY, Neighbourhood
from on_duty import named

from engagement.staff.rights import Role


async def test_the_only_administrator_stays_one_and_the_link_still_works(
    hood: Neighbourhood,
) -> None:
    administrator = await hood.staff(Role.ADMINISTRATOR)
    link = await hood.stage.invite(Role.OPERATOR, "IT")
    assert "You are the only administrator" in await administrator.start(link)
    assert "This command is for" not in await administrator.types("/results")
    assert "You are now an operator" in await hood.stranger("Dev").start(link)


async def test_whoever_reads_words_of_danger_is_asked_before_a_link_ends_that(
    hood: Neighbourhood,
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    link = await hood.stage.invite(Role.BOARD_MEMBER, "Ruth at board", (ABBEY,))
    asked = await ruth.start(link)
    assert "You are an officer now (Ruth), for every ward." in asked
    assert "With this link you would be a board member instead (Ruth at board), for Abbey." in asked
    assert "You would no longer be named to read words of danger." in asked
    assert ruth.labels == ["Yes, change my role", "No, keep my role"]
    assert "You keep your role" in await ruth.types("no")
    assert "Only the people named" not in await ruth.types("/open")
    await ruth.start(link)
    assert "You are now a board member" in await ruth.types("yes")
    assert "Only the people named" in await ruth.types("/open")


async def test_a_yes_under_a_link_that_somebody_else_has_used_changes_nothing(
    hood: Neighbourhood,
) -> None:
    board = await hood.board_member()
    link = await hood.stage.invite(Role.OFFICER, "Officer")
    await board.start(link)
    asked = board.phone.last
    await hood.stranger("First").start(link)
    await board.taps("Yes, change my role")
    assert "This link doesn't work" in board.toast + board.sees
    await board.start(await hood.stage.invite(Role.OFFICER, "Another"))
    await board.taps("No, keep my role")
    board.phone.tap_data(asked.message_id, "iy")
    await board.settles()
    assert board.toast.startswith("That button is too old")


async def test_one_of_two_administrators_may_change(hood: Neighbourhood) -> None:
    await hood.staff(Role.ADMINISTRATOR, label="Other")
    one = await hood.staff(Role.ADMINISTRATOR, label="One")
    assert "named to read" not in await one.start(await hood.stage.invite(Role.OPERATOR, "IT"))
    assert "You are now an operator" in await one.taps("Yes, change my role")
