"""Words of danger in a group, from a bot, and in a message that could not be handled."""

from company import Neighbourhood, Person
from on_duty import HURT, all_text
from raw_updates import message

from storage.operations import safety_alerts as store

NOBODY = "Nobody reads this chat day and night"


async def test_in_a_group_and_from_a_bot_no_alert_is_raised(
    hood: Neighbourhood, amina: Person
) -> None:
    group = hood.stage.emulator.group("Neighbours", [amina.phone])
    group.type(amina.phone, f"/start@WardmoteDemoBot {HURT}")
    await amina.settles()
    (reply,) = [m for m in group.messages if m.from_bot]
    assert NOBODY not in reply.text
    bot = {"id": amina.phone.user_id, "is_bot": True, "first_name": "A bot"}
    hood.stage.emulator.push(message(amina.phone.user_id, text=HURT, **{"from": bot}))
    await amina.settles()
    assert NOBODY not in all_text(amina)
    assert await hood.stage.service.batcher.run(store.not_closed) == []
