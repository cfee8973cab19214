"""The line was down while the bot ran: who was answering is asked once to tap again."""

from datetime import timedelta

from company import Neighbourhood, Person, answers_all
from connection_lost import cut_off

AGAIN = "please tap it again here"


async def test_after_the_line_was_down_whoever_was_answering_taps_again(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    bilal = await hood.resident("Bilal", "HP12 3HP")
    carol = await hood.resident("Carol", "HP12 3HP")
    await answers_all(carol)
    await cut_off(hood, minutes=3)
    assert (amina.said_by_bot(AGAIN), bilal.said_by_bot(AGAIN), carol.said_by_bot(AGAIN)) == (
        1,
        0,
        0,
    )
    assert amina.sees.endswith(amina.question)
    told = len(amina.phone.messages)
    assert (await amina.taps("3")).startswith("2 of 4.")
    # The bot knows of the message it said anew: the next question takes its place.
    assert len(amina.phone.messages) == told


async def test_whoever_is_at_a_question_that_is_paused_is_not_asked(
    hood: Neighbourhood, amina: Person
) -> None:
    """They were asked to tap again, and got the menu."""
    officer = await hood.officer()
    await amina.taps("Answer now")
    await officer.types("/manage local-priorities pause 7 September 2022 09:00: we are checking it")
    await cut_off(hood, minutes=3)
    assert amina.said_by_bot(AGAIN) == 0


async def test_a_line_that_was_down_for_a_minute_bothers_nobody(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await cut_off(hood, minutes=1)
    assert amina.said_by_bot(AGAIN) == 0


async def test_whoever_left_the_question_long_before_the_gap_is_not_asked(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=31))
    await cut_off(hood, minutes=3)
    assert amina.said_by_bot(AGAIN) == 0


async def test_a_second_gap_asks_again_and_no_gap_asks_twice(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await cut_off(hood, minutes=3)
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=2))
    assert amina.said_by_bot(AGAIN) == 1
    await cut_off(hood, minutes=3)
    assert amina.said_by_bot(AGAIN) == 2


async def test_an_answer_that_waited_through_the_gap_is_kept_and_not_asked_for(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await cut_off(hood, minutes=3, typing=lambda: amina.phone.type("3"))
    assert amina.said_by_bot(AGAIN) == 0
    assert amina.sees.startswith("2 of 4.")


async def test_a_clock_that_jumps_an_hour_makes_no_gap(hood: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    hood.stage.clock.move_to(hood.stage.clock.now() + timedelta(hours=1))
    await hood.stage.settle()
    await (await hood.resident("Bilal", "HP12 3HP")).settles()
    assert amina.said_by_bot(AGAIN) == 0
