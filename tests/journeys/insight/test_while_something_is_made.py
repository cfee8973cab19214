"""What Telegram shows while a file or a picture is made, and a receipt that can be copied."""

from company import Neighbourhood, Person, answers_all

from emulator import Status


async def test_a_receipt_can_be_copied_with_one_tap(amina: Person) -> None:
    """T10."""
    receipt = await answers_all(amina)
    copied = [m for m in amina.from_bot if any(e["type"] == "code" for e in m.entities)]
    assert [m.text for m in copied] == [receipt]
    await amina.types("/mine")
    assert amina.phone.last is not None
    assert any(e["type"] == "code" for e in amina.phone.last.entities)


async def test_telegram_shows_that_a_file_is_being_made(hood: Neighbourhood, amina: Person) -> None:
    """T10."""
    await answers_all(amina)
    await hood.closes()
    officer = await hood.officer()
    before = hood.stage.emulator.calls["sendChatAction"]
    assert len(await hood.exported(officer)) == 1
    assert hood.stage.emulator.calls["sendChatAction"] == before + 1


async def test_a_file_is_sent_even_if_that_cannot_be_shown(
    hood: Neighbourhood, amina: Person
) -> None:
    """T10."""
    await answers_all(amina)
    await hood.closes()
    refused = Status(400, "Bad Request: wrong parameter action in request")
    hood.stage.emulator.faults.next("sendChatAction", refused)
    assert len(await hood.exported(await hood.officer())) == 1
