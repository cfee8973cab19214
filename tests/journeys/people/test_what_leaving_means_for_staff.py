"""/stop, /start and /forget of staff: what they say about role, duties and what is begun."""

from company import CHESHAM, Neighbourhood, Person, answers_all
from on_duty import named

from engagement.staff.rights import Role

LATER = "When it closes"


async def resident_and_board_member(hood: Neighbourhood) -> Person:
    member = await hood.board_member(CHESHAM, label="Maria B")
    await member.start()
    await member.taps("Start")
    await member.taps("Yes")
    await member.types("Chesham")
    await answers_all(member)
    return member


async def test_staff_read_that_their_role_ends_before_they_are_forgotten(
    hood: Neighbourhood,
) -> None:
    member = await resident_and_board_member(hood)
    asked = await member.types("/forget")
    assert "Your role as staff (Maria B) ends at once" in asked
    assert "What you have begun to write is deleted" in asked
    said = await member.taps(LATER)
    assert "Your role as staff has ended" in said
    again = await member.start()
    assert "Nothing was deleted" not in again
    assert "Your role as staff has ended. To be staff again, ask for a new link." in again
    assert "Your role" not in await member.start()


async def test_staff_who_stay_by_forget_read_that_their_role_has_ended(
    hood: Neighbourhood,
) -> None:
    member = await resident_and_board_member(hood)
    await member.types("/forget")
    await member.taps(LATER)
    assert "role as staff" not in await member.types("/forget")
    said = await member.taps("No, I'm staying")
    assert "To be staff again, ask for a new link" in said


async def test_staff_who_are_no_residents_are_not_told_of_answers(hood: Neighbourhood) -> None:
    member = await hood.board_member(label="Maria B")
    asked = await member.types("/forget")
    assert "your answers" not in asked
    assert "Your role as staff (Maria B) ends at once" in asked
    assert "Your role as staff has ended" in await member.taps("Yes, forget me")


async def test_the_last_who_reads_words_of_danger_is_told_before_they_are_forgotten(
    hood: Neighbourhood,
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    dev = await named(hood, Role.OPERATOR, "Dev")
    line = "Nobody else can then read words of danger."
    assert line not in await dev.types("/forget")
    await ruth.types("/stop")
    assert line in await dev.types("/forget")


async def test_a_resident_reads_nothing_of_roles(amina: Person) -> None:
    await answers_all(amina)
    assert "staff" not in await amina.types("/forget")
    assert "staff" not in await amina.taps(LATER)
    assert "staff" not in await amina.start()
    assert "staff" not in await amina.types("/stop")


async def test_stop_of_staff_says_what_no_longer_comes_and_start_brings_it_back(
    hood: Neighbourhood,
) -> None:
    """/stop spoke of their answers, and /start only asked them to join."""
    member = await hood.board_member(label="Maria B")
    other = await hood.board_member(label="Nick B")
    said = await member.types("/stop")
    assert "Your answers stay counted" not in said
    assert "You keep your role as staff. But nobody can ask you to approve a message" in said
    said = await member.start()
    assert "Welcome back. Messages come again." in said
    assert "You keep your role as staff (Maria B)" in said
    assert "Messages come again" not in await member.start()
    assert "Messages come again" not in await other.start()
    assert "What is it about" in await member.types("/send")
