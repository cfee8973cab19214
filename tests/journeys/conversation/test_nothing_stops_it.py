"""Whatever one person sends, and whatever Telegram answers, the bot goes on serving the rest."""

from datetime import timedelta

import pytest
from company import BOOKER, CHESHAM, Neighbourhood, Person, answers_all

from emulator import Html200, RetryAfter, Status
from engagement.staff.rights import Role


async def test_an_unknown_kind_of_update_is_passed_over(hood: Neighbourhood, amina: Person) -> None:
    hood.stage.emulator.push({"brand_new_thing": {"from": {"id": amina.phone.user_id}}})
    assert "You haven't answered" in await amina.types("/mine")


async def test_fault_37_five_hundred_messages_of_one_person_harm_nobody(
    hood: Neighbourhood, amina: Person
) -> None:
    for _ in range(500):
        amina.phone.type("hello")
    sam = await hood.resident("Sam", "Chesham")
    assert "You're in Chesham" in sam.sees


async def test_block_and_unblock_do_not_undo_a_stop(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/stop")
    amina.phone.block()
    await amina.settles()
    amina.phone.unblock()
    await amina.settles()
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    assert "To fewer than 10 people" in await member.types("The lamps are on.")


async def test_answering_is_meant_when_it_came_after_moving_house(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.types("/consultations")
    await amina.taps("Answer now")
    assert (await amina.types("3")).startswith("2 of 4.")
    assert "Booker" in await amina.types("/ward")


async def test_moving_house_is_meant_when_it_came_after_answering(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "now Chesham" in await amina.types("Chesham")


async def test_joining_is_meant_when_it_came_after_composing(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.start()
    await member.taps("Start")
    await member.taps("Yes")
    assert "You're in Booker" in await member.types("HP12 3HP")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [("Answer now", "1 of 4."), ("later", "That's fine"), ("who decides?", "Who decides?")],
)
async def test_the_label_of_a_button_can_be_typed(amina: Person, typed: str, seen: str) -> None:
    assert seen in await amina.types(typed)


async def test_forgetting_can_be_typed(amina: Person) -> None:
    await amina.types("/forget")
    assert "We've forgotten this chat" in await amina.types("yes, forget me")


async def test_results_can_be_chosen_by_number(hood: Neighbourhood, amina: Person) -> None:
    officer = await hood.officer()
    later = hood.library.consultations["keeping-in-touch"]
    await hood.leap(later.opens_at + timedelta(hours=2))
    await officer.types("/results")
    assert "What should come first" in await officer.types("1")


async def test_the_word_send_never_becomes_the_text(hood: Neighbourhood, amina: Person) -> None:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The lamps are on.")
    assert "The lamps are on." in await member.types("send")
    await member.types("Send to fewer than 10 people")
    assert amina.said_by_bot("The lamps are on.") == 1


async def test_the_word_cancel_cancels(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    assert "Nothing was sent" in await member.types("cancel")


async def test_an_officer_of_one_ward_sees_no_results_of_all(hood: Neighbourhood) -> None:
    officer = await hood.staff(Role.OFFICER, CHESHAM)
    assert "Results come after it closes" in await officer.types("/results")
    assert "for officers of every ward" in await officer.types("/export")


async def test_an_export_waits_out_a_429(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    await hood.closes()
    hood.stage.emulator.faults.next("sendDocument", RetryAfter(5))
    assert len(await hood.exported(await hood.officer())) == 1


async def test_an_export_that_cannot_be_sent_says_so(hood: Neighbourhood, amina: Person) -> None:
    await hood.closes()
    officer = await hood.officer()
    await hood.may_export(officer)
    hood.stage.emulator.faults.next("sendDocument", Status(413, "Request Entity Too Large"))
    assert "could not be sent" in await officer.taps("CSV")


async def test_a_429_on_an_answered_tap_pauses_everything(
    hood: Neighbourhood, amina: Person
) -> None:
    hood.stage.emulator.faults.next("answerCallbackQuery", RetryAfter(20))
    before = hood.stage.clock.now()
    await amina.taps("Answer now")
    assert hood.stage.clock.now() - before >= timedelta(seconds=20)


async def test_the_second_person_is_asked_once_more_at_most(hood: Neighbourhood) -> None:
    await hood.residents(51, "HP12 3HP")
    author = await hood.board_member(BOOKER, label="First member")
    second = await hood.board_member(BOOKER, label="Second member")
    await author.types("/send")
    await author.taps("Something else")
    await author.types("The lamps are on.")
    unknown = Html200(done=True)
    hood.stage.emulator.faults.next("sendMessage", unknown, 50, chat_id=second.phone.user_id)
    await author.taps("Send to about 50 people")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=5))
    assert second.said_by_bot("asks you to approve this") <= 2


async def test_a_reply_that_could_not_go_is_said_when_the_line_is_back(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    slow = RetryAfter(1)
    hood.stage.emulator.faults.next("sendMessage", slow, 6, chat_id=amina.phone.user_id)
    amina.phone.type("3")
    await amina.settles()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert amina.sees.startswith("2 of 4.")
