"""Officers' numbers, staff by invite, rights, and every way to leave."""

import pytest
from company import BOOKER, CHESHAM, Neighbourhood, Person, answers_all

from engagement.staff.rights import Role


async def test_results_of_few_say_only_that(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    await hood.closes()
    officer = await hood.officer()
    shown = await officer.types("/results")
    assert "Fewer than 10 people answered" in shown
    assert "Streets" not in shown


async def test_results_of_twelve_are_rounded_and_alike_ones_hidden(hood: Neighbourhood) -> None:
    for person in await hood.residents(12, "HP12 3HP"):
        await answers_all(person)
    await hood.closes()
    officer = await hood.officer()
    shown = await officer.types("/results")
    assert "About 10 to 15 people answered." in shown
    assert "Too few people gave each answer" in shown
    assert "12" not in shown


async def test_the_number_who_have_answered_does_not_move_by_one_person(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    for person in await hood.residents(12, "HP12 3HP"):
        await answers_all(person)
    first = await officer.types("/results")
    for number in range(3):
        late = await hood.resident(f"Late {number}", "HP12 3HP")
        await answers_all(late)
    assert await officer.types("/results") == first


@pytest.mark.parametrize("command", ["/send", "/export"])
async def test_a_staff_command_by_a_resident_is_refused(amina: Person, command: str) -> None:
    assert "for council staff and board members" in await amina.types(command)


async def test_a_board_member_takes_no_export(hood: Neighbourhood) -> None:
    """S8. They read who may, and where to look."""
    member = await hood.board_member()
    shown = await member.types("/export")
    assert "Files of answers are for officers of every ward." in shown
    assert "Nobody sees results before the questions close." in shown
    assert "/results" in shown


async def test_an_export_is_written_down(hood: Neighbourhood, amina: Person) -> None:
    from storage.operations import deployment

    await answers_all(amina)
    await hood.closes()
    await hood.exported(await hood.officer())
    async with hood.stage.service.database.read() as tx:
        acts = [act for act, *_ in await deployment.audit_lines(tx)]
    asked = ["asked-to-export", "approved-export", "exported"]
    assert acts == ["joined-staff", "joined-staff", *asked]


async def test_a_look_at_how_many_have_answered_is_written_down_too(
    hood: Neighbourhood, amina: Person
) -> None:
    from storage.operations import deployment

    await answers_all(amina)
    await (await hood.officer()).types("/export")
    async with hood.stage.service.database.read() as tx:
        acts = [act for act, *_ in await deployment.audit_lines(tx)]
    assert acts == ["joined-staff", "saw-results"]


async def test_an_export_names_nobody(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    (row,) = await hood.exported(await hood.officer())
    assert str(amina.phone.user_id) not in str(row)
    assert "Amina" not in str(row)
    assert row["ward"] == "Booker, Cressex and Castlefield"
    assert "receipt" not in row


async def test_fault_39_used_guessed_and_expired_invites_get_the_same_answer(
    hood: Neighbourhood,
) -> None:
    from datetime import timedelta

    used = await hood.stage.invite(Role.OFFICER, "Officer")
    await hood.stranger("First").start(used)
    old = await hood.stage.invite(Role.OFFICER, "Officer")
    again = await hood.stranger("Second").start(used)
    guessed = await hood.stranger("Third").start("i-abcdefgh")
    await hood.leap(hood.stage.clock.now() + timedelta(days=8))
    expired = await hood.stranger("Fourth").start(old)
    assert again == guessed == expired
    assert "This link doesn't work" in again


async def test_staff_can_live_here_too(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    await member.start()
    await member.taps("Start")
    await member.taps("Yes")
    assert "You're in Chesham" in await member.types("Chesham")
    assert "What is it about" in await member.types("/send")


async def test_stop_is_one_tap_and_start_comes_back(amina: Person) -> None:
    assert "You've stopped" in await amina.types("/stop")
    assert "Welcome back" in await amina.start()


async def test_stop_works_in_the_middle_of_a_question(amina: Person) -> None:
    await amina.taps("Answer now")
    assert "You've stopped" in await amina.types("/stop")


async def test_stop_before_joining_keeps_nothing(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    assert "We have kept nothing" in await sam.types("/stop")


async def test_forget_takes_two_steps_and_says_what_stays(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await hood.closes()
    asked = await amina.types("/forget")
    assert "What stays: your answers, under a random number" in asked
    assert "Nothing has changed" in await amina.taps("No")
    await amina.types("/forget")
    assert "We've forgotten this chat" in await amina.taps("Yes, forget me")
    assert "haven't joined" in await amina.types("/mine")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps, please"


async def test_help_is_for_whoever_asks(hood: Neighbourhood, amina: Person) -> None:
    assert "/send" not in await amina.types("/help")
    assert "/export" in await (await hood.officer()).types("/help")
    assert "/export" not in await (await hood.board_member()).types("/help")


async def test_words_that_fit_nothing_are_answered_with_what_can_be_done(amina: Person) -> None:
    assert "We didn't understand that" in await amina.types("hello there")
    assert "/help shows what you can do here" in await amina.types("/nonsense")


async def test_a_button_of_a_gone_draft_says_so(hood: Neighbourhood) -> None:
    member = await hood.board_member(BOOKER, CHESHAM)
    await member.types("/send")
    done = member.phone.keyboard_message
    assert done is not None
    await member.taps("Cancel")
    member.phone.tap_data(done.message_id, "sd")
    await member.settles()
    assert "You aren't writing a message now." in member.toast


async def test_a_link_does_not_take_the_role_of_the_only_administrator(hood: Neighbourhood) -> None:
    """Trying a link left the council without an administrator, without a word."""
    admin = await hood.staff(Role.ADMINISTRATOR, label="Admin")
    payload = await hood.stage.invite(Role.OPERATOR, "IT", ())
    await admin.start(payload)
    assert "You are the only administrator, and this link would end that." in admin.sees
    assert "Welcome. You are now an operator" in await (await _started(hood, payload)).settles()


async def test_who_takes_another_role_reads_which_one_has_ended(hood: Neighbourhood) -> None:
    ruth = await hood.staff(Role.OFFICER, label="Ruth at the desk")
    await ruth.start(await hood.stage.invite(Role.BOARD_MEMBER, "Ruth, board", (BOOKER,)))
    await ruth.taps("Yes, change my role")
    assert "You are now a board member" in ruth.sees
    assert "Your role before (Ruth at the desk) has ended, and with it every duty" in ruth.sees


async def _started(hood: Neighbourhood, payload: str) -> Person:
    person = hood.stranger("Ida")
    await person.start(payload)
    return person
