"""Update ids arrive out of order, or start again far lower: each is accepted, in order of arrival.

Fails if the order is by Telegram's update id instead of the inbox's own sequence.
"""

from company import Neighbourhood, Person
from raw_updates import command, replies

MINE, WARD, NEWS = "You haven't answered", "Your ward is", "No news"


async def test_fault_30_ids_that_jump_down_are_accepted(hood: Neighbourhood, amina: Person) -> None:
    hood.stage.emulator.push(command(amina.phone.user_id, "/mine"), update_id=3)
    assert MINE in await amina.settles()


async def test_fault_30_the_first_to_arrive_is_answered_first(
    hood: Neighbourhood, amina: Person
) -> None:
    for update_id, name in ((9_002, "/mine"), (9_001, "/ward"), (9_000, "/mine")):
        hood.stage.emulator.push(command(amina.phone.user_id, name), update_id=update_id)
        await amina.settles()
    assert replies(amina, MINE, "Booker, Cressex and Castlefield")[-3:] == [
        MINE, "Booker, Cressex and Castlefield", MINE,
    ]  # fmt: skip


async def test_fault_30_out_of_order_in_one_batch(hood: Neighbourhood, amina: Person) -> None:
    ben = await hood.resident("Ben", "Chesham")
    hood.stage.emulator.push(command(amina.phone.user_id, "/mine"), update_id=9_010)
    hood.stage.emulator.push(command(ben.phone.user_id, "/mine"), update_id=9_005)
    hood.stage.emulator.push(command(amina.phone.user_id, "/ward"), update_id=9_001)
    await amina.settles()
    assert "Booker" in amina.sees
    assert amina.said_by_bot(MINE) == 1
    assert MINE in ben.sees
