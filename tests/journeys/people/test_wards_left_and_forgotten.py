"""Which ward an answer counts in after a move, two postcodes in one sentence, and leaving early."""

from company import Neighbourhood, Person


async def moves(person: Person, ward: str) -> None:
    await person.types("/ward")
    await person.taps("Change my ward")
    await person.types(ward)


async def test_an_answer_first_given_after_a_move_counts_in_the_new_ward(
    hood: Neighbourhood,
) -> None:
    """She had only read the first question in the ward that was wrong."""
    sue = await hood.resident("Sue", "Chesham")
    await sue.taps("Answer now")
    await moves(sue, "Abbey")
    await sue.types("/consultations")
    await sue.taps("Go on") if "Go on" in sue.labels else await sue.taps("Answer now")
    await sue.taps("Streets")
    (row,) = await hood.exported(await hood.officer())
    assert row["ward"] == "Abbey"


async def test_an_answer_given_before_a_move_stays_in_the_old_ward(hood: Neighbourhood) -> None:
    sue = await hood.resident("Sue", "Chesham")
    await sue.taps("Answer now")
    await sue.taps("Streets")
    await moves(sue, "Abbey")
    await sue.types("/mine")
    await sue.taps("Change")
    await sue.taps("Messages")
    (row,) = await hood.exported(await hood.officer())
    assert row["ward"] == "Chesham"


async def test_a_question_read_before_a_move_takes_no_first_answer_where_it_is_not_asked(
    hood: Neighbourhood,
) -> None:
    sue = await hood.resident("Sue", "Chesham")
    await sue.taps("Answer now")
    question = sue.phone.keyboard_message
    assert question is not None
    asked = hood.library.consultations["local-priorities"]
    away = next(w for w in hood.library.wards.values() if not asked.is_for(w.code))
    await moves(sue, away.name)
    sue.phone.tap("Streets", message=question)
    await sue.settles()
    assert "is for other wards" in sue.toast + sue.sees
    assert "is for other wards" not in await sue.types("the bins")
    assert await hood.exported(await hood.officer()) == []


async def test_two_postcodes_of_two_wards_move_nobody_without_asking(amina: Person) -> None:
    await moves(amina, "I moved from HP12 3HP to HP11 2TL")
    assert not amina.said_by_bot("Your ward is now")
    assert "Pick your ward" in amina.sees
    assert "Your ward is now Abbey" in await amina.taps("1 Abbey")


async def test_forget_in_the_middle_of_joining_keeps_nothing(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    await sam.taps("Yes")
    assert "We have kept nothing" in await sam.types("/forget")
    assert "You're in" not in await sam.types("HP12 3HP")


async def test_whoever_stopped_messages_is_promised_no_answer_to_a_complaint(
    amina: Person,
) -> None:
    await amina.types("/complain The bins were left")
    assert "a person will tell you here" in amina.sees
    assert "To hear it, send /start" in await amina.types("stop")
    said = await amina.types("/complain Still there")
    assert "You have stopped messages" in said
    assert "will tell you here" not in said


async def test_help_says_how_to_reach_the_council(amina: Person) -> None:
    assert "To reach Buckinghamshire: " in await amina.types("/help")


async def test_an_answer_edited_into_a_command_stays_the_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    said = amina.phone.type("More lamps")
    await amina.settles()
    amina.phone.edit_text(said.message_id, "/forget")
    assert "That changes nothing here" in await amina.settles()
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps"
