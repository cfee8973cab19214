"""/forget while something that was answered is open: now, or when it closes."""

from datetime import timedelta

import pytest
from company import BOOKER, Neighbourhood, Person, answers_all
from sqlalchemy import select

from engagement.staff.rights import Role
from storage.consultations.answers import answer_history
from storage.engine.database import Transaction
from storage.operations import deployment
from storage.people import contacts

NOW, LATER = "Now: take my answers back", "When it closes"
CLOSES = "Friday 30 September"


async def joins_again(person: Person) -> None:
    await person.start()
    await person.taps("Start")
    await person.taps("Yes")
    await person.types("HP12 3HP")


async def closed(hood: Neighbourhood) -> None:
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))


async def is_known(hood: Neighbourhood, person: Person) -> bool:
    async with hood.stage.service.database.read() as tx:
        return await contacts.contact_of(tx, person.phone.user_id) is not None


async def test_forget_offers_two_ways_while_it_is_open(amina: Person) -> None:
    """P9."""
    await answers_all(amina)
    asked = await amina.types("/forget")
    assert "We delete the link when the questions close: Friday 30 September" in asked
    assert "unless your own words say who you are" in asked
    assert amina.labels == [NOW, LATER, "Delete my words too", "No"]


async def test_with_nothing_answered_forget_asks_as_ever(amina: Person) -> None:
    asked = await amina.types("/forget")
    assert "Shall we forget you?" in asked
    assert amina.labels == ["Yes, forget me", "No"]


@pytest.mark.parametrize("typed", [True, False])
async def test_one_phone_counts_once_after_leaving_and_joining_again(
    hood: Neighbourhood, amina: Person, typed: bool
) -> None:
    """P9: forget, join again and answer again made two rows in the export."""
    await answers_all(amina)
    await amina.types("/forget")
    done = await (amina.types(NOW.lower()) if typed else amina.taps(NOW))
    assert "We've forgotten this chat" in done
    assert "Your answers to what is still open, or not counted yet, are gone too." in done
    await joins_again(amina)
    await answers_all(amina)
    assert len(await hood.exported(await hood.officer())) == 1


async def test_answers_taken_back_are_in_no_count_and_no_file(
    hood: Neighbourhood, amina: Person
) -> None:
    """P9."""
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(NOW)
    assert await hood.exported(await hood.officer()) == []


async def test_a_comment_alone_is_taken_back_too(hood: Neighbourhood, amina: Person) -> None:
    """P9: a comment without an answer is a row of the file as well."""
    await amina.taps("Answer now")
    await amina.types("I would rather talk about buses")
    await amina.taps("Yes, keep it")
    await amina.types("/forget")
    assert NOW in amina.labels
    await amina.taps(NOW)
    assert await hood.exported(await hood.officer()) == []


@pytest.mark.parametrize("typed", [True, False])
async def test_at_the_close_the_link_is_cut_by_itself_and_the_answers_count(
    hood: Neighbourhood, amina: Person, typed: bool
) -> None:
    """P9."""
    await answers_all(amina)
    await amina.types("/forget")
    done = await (amina.types(LATER.lower()) if typed else amina.taps(LATER))
    assert "We will forget you when the questions close: Friday 30 September" in done
    assert await is_known(hood, amina)
    await closed(hood)
    assert not await is_known(hood, amina)
    assert "haven't joined" in await amina.types("/mine")
    assert len(await hood.exported(await hood.officer())) == 1


async def test_until_the_close_nothing_is_sent(hood: Neighbourhood, amina: Person) -> None:
    """P9: neither news nor what was queued before."""
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(LATER)
    await hood.residents(10, "HP12 3HP")
    member = await hood.board_member(BOOKER)
    before = len(amina.from_bot)
    await member.types("/send")
    await member.types("1")
    shown = await member.types("The playground opens on Saturday.")
    assert "10 people" in shown
    await member.taps("Send")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    await closed(hood)
    assert len(amina.from_bot) == before


@pytest.mark.parametrize("way", ["/start", "No, I'm staying"])
async def test_whoever_changes_their_mind_stays(
    hood: Neighbourhood, amina: Person, way: str
) -> None:
    """P9."""
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(LATER)
    if way == "/start":
        assert "Welcome back" in await amina.start()
    else:
        asked = await amina.types("/forget")
        assert "We will forget you when the questions close" in asked
        assert "staying" in await amina.taps(way)
    await closed(hood)
    assert await is_known(hood, amina)


async def test_start_says_that_nothing_was_deleted(amina: Person) -> None:
    """/start undid the leaving, and the words that were to go, without a word about it."""
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps("Delete my words too")
    await amina.taps(LATER)
    said = await amina.start()
    assert "Good, you're staying. Your answers are all still here." in said
    assert "Welcome back" in said
    assert "staying" not in await amina.start()


async def test_stop_says_that_they_will_still_be_forgotten(
    hood: Neighbourhood, amina: Person
) -> None:
    """/stop said "Your answers stay counted. To be forgotten: /forget" to somebody leaving."""
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(LATER)
    said = await amina.types("/stop")
    assert "We will still forget you" in said
    assert CLOSES in said
    await amina.start()
    assert "We will still forget you" not in await amina.types("/stop")


async def test_who_stopped_messages_before_gets_none_after_staying(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(LATER)
    await amina.types("/stop")
    await amina.types("/forget")
    await amina.taps("No, I'm staying")
    async with hood.stage.service.database.read() as tx:
        found = await contacts.contact_of(tx, amina.phone.user_id)
    assert found is not None
    assert found.reach == "stopped"


async def test_somebody_leaving_may_go_at_once_after_all(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(LATER)
    await amina.types("/forget")
    assert amina.labels == [NOW, "Delete my words too", "No, I'm staying"]
    assert "not counted yet, are gone too" in await amina.taps(NOW)
    assert await hood.exported(await hood.officer()) == []


async def test_an_old_screen_takes_nothing_back_that_it_didnt_name(
    hood: Neighbourhood, amina: Person
) -> None:
    """P9: the buttons of a screen from before they answered, or from before it closed."""
    await amina.types("/forget")
    screen = amina.phone.keyboard_message
    await amina.start()
    await answers_all(amina)
    assert screen is not None
    amina.phone.tap_data(screen.message_id, "f:1:0")
    await amina.settles()
    assert await is_known(hood, amina)
    asked = next(m for m in amina.phone.messages if m.message_id == screen.message_id)
    assert next(b.text for row in asked.buttons for b in row) == NOW
    await closed(hood)
    amina.phone.tap_data(screen.message_id, "f:4:0")
    await amina.settles()
    assert await is_known(hood, amina)
    asked = next(m for m in amina.phone.messages if m.message_id == screen.message_id)
    assert next(b.text for row in asked.buttons for b in row) == "Yes, forget me"


async def test_words_go_too_and_choices_stay_counted(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    await closed(hood)
    await amina.types("/forget")
    assert "Your own words go too" in await amina.taps("Delete my words too")
    said = await amina.taps("Yes, forget me")
    assert "Your own words are deleted too" in said
    assert "Words of danger, if there were any, go after 30 days" in said
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == ""
    assert row["first_theme"] != ""
    async with hood.stage.service.database.read() as tx:
        kept = [*(await tx.execute(select(answer_history.c.value))).scalars()]
    assert "More lamps, please" not in kept


async def test_words_stay_if_they_say_so_after_all(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    await closed(hood)
    await amina.types("/forget")
    await amina.types("delete my words too")
    await amina.types("keep my words")
    assert "unless your own words say who you are" in await amina.taps("Yes, forget me")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps, please"


async def test_at_the_close_words_go_too_if_they_said_so(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps("Delete my words too")
    assert "Your own words go too" in await amina.taps(LATER)
    await closed(hood)
    (row,) = await hood.exported(await hood.officer())
    assert (row["own_words"], row["state"]) == ("", "complete")


async def test_during_a_legal_hold_no_answer_is_deleted(hood: Neighbourhood, amina: Person) -> None:
    async def hold(tx: Transaction) -> None:
        await deployment.remember(tx, deployment.LEGAL_HOLD, "2022-09-01T09:00:00+00:00 case 7")

    await answers_all(amina)
    await hood.stage.service.batcher.run(hold)
    asked = await amina.types("/forget")
    assert "we can't delete any answers yet" in asked
    assert amina.labels == [LATER, "No"]
    await amina.taps(LATER)
    await closed(hood)
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps, please"


async def test_an_edit_after_leaving_brings_nothing_back(
    hood: Neighbourhood, amina: Person
) -> None:
    """P9: an edited message changes no answer of somebody forgotten."""
    await answers_all(amina)
    written = next(m for m in reversed(amina.phone.messages) if m.text == "More lamps, please")
    await amina.types("/forget")
    await amina.taps(NOW)
    amina.phone.edit_text(written.message_id, "More lamps, please, from Amina")
    await amina.settles()
    assert await hood.exported(await hood.officer()) == []


async def test_who_takes_a_role_while_leaving_stays(hood: Neighbourhood, amina: Person) -> None:
    await answers_all(amina)
    await amina.types("/forget")
    await amina.taps(LATER)
    await amina.start(await hood.stage.invite(Role.OFFICER, "Officer"))
    await closed(hood)
    assert await is_known(hood, amina)


async def test_a_role_ends_at_once_when_staff_leave_at_the_close(hood: Neighbourhood) -> None:
    member = await hood.board_member()
    await member.start()
    await member.taps("Start")
    await member.taps("Yes")
    await member.types("HP12 3HP")
    await answers_all(member)
    await member.types("/forget")
    await member.taps(LATER)
    assert "for council staff" in await member.types("/send")
    await closed(hood)
    assert not await is_known(hood, member)


async def test_words_on_offer_wait_for_their_yes_until_the_close(amina: Person) -> None:
    """Their button was still there, and "too old" when it was tapped."""
    await amina.taps("Answer now")
    await amina.types("1")
    await amina.types("my landlord wont fix the damp")
    offer = amina.phone.keyboard_message
    await amina.types("/forget")
    await amina.taps(LATER)
    assert offer is not None
    amina.phone.tap("Yes, keep it", offer)
    await amina.settles()
    assert amina.said_by_bot("kept that as your comment") == 1
