"""Whoever answered hears what came of it, although they have moved."""

from datetime import timedelta

from company import ABBEY, Neighbourhood, Person, answers_all

LAMPS = "We will put up nine lamps by May."
MOVED = "It also goes to those who answered here and have moved since."


async def moves(person: Person, ward: str) -> None:
    await person.types("/ward")
    await person.taps("Change my ward")
    await person.types(ward)


async def closes(hood: Neighbourhood) -> None:
    found = hood.stage.service.world.consultation("local-priorities").consultation
    await hood.leap(found.closes_at + timedelta(days=1))


async def sends(hood: Neighbourhood, board: Person, subject: str, words: str) -> str:
    """Send a message; its preview."""
    await board.types("/send")
    await board.taps(subject)
    shown = await board.types(words)
    await board.taps("Send to")
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))
    return shown


async def tells_what_came_of_it(hood: Neighbourhood, board: Person) -> str:
    return await sends(hood, board, "What happened after", LAMPS)


async def test_who_answered_and_moved_gets_the_outcome_and_finds_it_under_news(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await moves(amina, "Chesham")
    await closes(hood)
    assert MOVED in await tells_what_came_of_it(hood, await hood.board_member())
    assert amina.said_by_bot(LAMPS) == 1
    assert "What came of it: /news" in await amina.types("/mine")
    shown = await amina.types("/news")
    assert "News for Chesham" in shown
    assert LAMPS in shown


async def test_who_only_read_a_question_and_moved_does_not(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await amina.taps("Answer now")
    await moves(amina, "Chesham")
    await closes(hood)
    await tells_what_came_of_it(hood, await hood.board_member())
    assert ben.said_by_bot(LAMPS) == 1
    assert amina.said_by_bot(LAMPS) == 0
    assert LAMPS not in await amina.types("/news")


async def test_the_outcome_of_another_ward_and_other_news_do_not_follow_them(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await moves(amina, "Chesham")
    await closes(hood)
    await hood.resident("Ben", "Abbey")
    shown = await tells_what_came_of_it(hood, await hood.board_member(ABBEY))
    assert MOVED in shown
    board = await hood.board_member()
    library = "The library is closed on Monday."
    assert MOVED not in await sends(hood, board, "Something else", library)
    assert amina.said_by_bot("library is closed") == 0
    assert amina.said_by_bot(LAMPS) == 0
    news = await amina.types("/news")
    assert LAMPS not in news
    assert "library is closed" not in news
