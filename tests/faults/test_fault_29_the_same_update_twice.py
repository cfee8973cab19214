"""The same update comes twice, in one batch, later, or after a restart: it has one effect.

Fails without the unique key on (bot, update_id) and if `inbox.store` does not skip known updates.
"""

from company import Neighbourhood, Person
from deployment import Deployment, shows
from kill_and_look import asked, nothing_owed
from raw_updates import command

MINE = "You haven't answered"


async def test_fault_29_twice_in_one_batch(hood: Neighbourhood, amina: Person) -> None:
    for _ in range(2):
        hood.stage.emulator.push(command(amina.phone.user_id, "/mine"), update_id=7)
    await amina.settles()
    assert amina.said_by_bot(MINE) == 1


async def test_fault_29_again_later(hood: Neighbourhood, amina: Person) -> None:
    for _ in range(3):
        hood.stage.emulator.push(command(amina.phone.user_id, "/mine"), update_id=7)
        await amina.settles()
    assert amina.said_by_bot(MINE) == 1


async def test_fault_29_an_answer_that_comes_twice_counts_once(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    shown = amina.phone.keyboard_message
    assert shown is not None
    tap = {
        "callback_query": {
            "id": "77",
            "from": {"id": amina.phone.user_id, "is_bot": False, "first_name": "Amina"},
            "message": hood.stage.emulator.show(shown),
            "chat_instance": "1",
            "data": [b.data for row in shown.buttons for b in row][2],
        }
    }
    for _ in range(2):
        hood.stage.emulator.push(tap, update_id=9)
        await amina.settles()
    assert amina.question.startswith("2 of 4.")
    async with hood.stage.service.database.read() as tx:
        found = await tx.exec_driver_sql("SELECT count(*) FROM answer_history")
        assert found.scalar() == 1


async def test_fault_29_again_after_a_restart(deployment: Deployment) -> None:
    (amina,) = await deployment.with_residents(1, name="Amina")
    process = await deployment.runs()
    deployment.emulator.push(command(amina.user_id, "/mine"), update_id=7)
    await deployment.see(lambda: shows(amina, MINE))
    # Wait until the reply is recorded as sent: killed before, it would be sent again (fault 2).
    await deployment.see(lambda: nothing_owed(deployment))
    await deployment.kill(process)
    deployment.emulator.push(command(amina.user_id, "/mine"), update_id=7)
    amina.type("/ward")
    await deployment.runs()
    await deployment.see(lambda: shows(amina, "Booker"))
    before = len(amina.messages)
    deployment.emulator.push(command(amina.user_id, "/mine"), update_id=7)
    amina.type("/ward")
    await deployment.see(lambda: len(amina.messages) > before + 1)
    assert shows(amina, "Booker")
    assert sum(MINE in m.text for m in amina.messages) == 1
    handled = asked(deployment, "SELECT count(*), max(attempts) FROM inbox WHERE update_id = 7")
    assert handled == [(1, 0)]
