"""News for one's own ward and the one followed, by theme; and who gets what is sent."""

from datetime import timedelta

from company import ABBEY, BOOKER, Neighbourhood, Person
from sqlalchemy import insert, select

from storage.broadcasts.records import broadcasts
from usecases.world import Transaction

LAMPS = "The new lamps are on from Monday."


async def sends(author: Person, subject: str, words: str) -> str:
    """A board member of one ward sends words; what they see in the end."""
    await author.types("/send")
    await author.types(subject)
    await author.types(words)
    return await author.taps("Send to")


async def test_news_that_was_sent_stands_under_news(hood: Neighbourhood, amina: Person) -> None:
    await sends(await hood.board_member(), "Public Realm", LAMPS)
    seen = await amina.types("/news")
    assert "News for Booker, Cressex and Castlefield" in seen
    assert "5 September 2022 · Public Realm" in seen
    assert LAMPS in seen


async def test_without_news_it_says_so(amina: Person) -> None:
    assert "There is no news for Booker" in await amina.types("/news")


async def test_news_of_another_ward_is_not_shown(hood: Neighbourhood, amina: Person) -> None:
    await hood.resident("Ben", "Abbey")
    await sends(await hood.board_member(ABBEY), "Public Realm", LAMPS)
    assert LAMPS not in await amina.types("/news")


async def test_news_is_turned_page_by_page(hood: Neighbourhood, amina: Person) -> None:
    board = await hood.board_member()
    for number in range(1, 6):
        await sends(board, "Something else", f"News number {number}.")
    first = await amina.types("/news")
    assert "News number 5." in first
    assert "News number 1." not in first
    assert "News number 1." in await amina.taps("Older news")
    assert "Older news" not in amina.labels


async def six_hundred_for_abbey(tx: Transaction) -> None:
    """What was sent to Booker is sent again, later and later, to Abbey."""
    (sent,) = (await tx.execute(select(broadcasts))).mappings()
    again = [
        {**sent, "id": n, "wards": [ABBEY], "started_at": sent["started_at"] + timedelta(minutes=n)}
        for n in range(1, 601)
    ]
    await tx.execute(insert(broadcasts), again)


async def test_news_is_found_behind_hundreds_for_other_wards(
    hood: Neighbourhood, amina: Person
) -> None:
    await sends(await hood.board_member(), "Public Realm", LAMPS)
    await hood.stage.service.batcher.run(six_hundred_for_abbey)
    assert LAMPS in await amina.types("/news")


async def test_news_is_for_residents(hood: Neighbourhood) -> None:
    assert "haven't joined yet" in await hood.stranger().types("/news")


async def test_a_theme_not_followed_is_not_sent_and_not_shown(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await amina.types("/themes")
    await amina.taps("Jobs")
    assert "✓ Chosen: Jobs and career opportunities" in amina.labels
    assert "You get news about Jobs" in await amina.taps("Done")
    board = await hood.board_member()
    report = await sends(board, "Public Realm", LAMPS)
    # How many of two follow what is too small a number: the report tells none.
    assert "Of fewer than 10 people" in report
    assert "1 " not in report.replace("10 ", "")
    assert ben.said_by_bot(LAMPS) == 1
    assert amina.said_by_bot(LAMPS) == 0
    assert LAMPS not in await amina.types("/news")


async def test_news_for_everyone_comes_whatever_one_follows(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/themes")
    await amina.taps("2")
    await sends(await hood.board_member(), "Something else", LAMPS)
    assert amina.said_by_bot(LAMPS) == 1


async def test_unticking_the_last_theme_means_every_theme(amina: Person) -> None:
    await amina.types("/themes")
    await amina.taps("2")
    await amina.taps("2")
    assert "news about every theme" in await amina.types("done")


async def test_a_second_ward_is_followed_and_its_news_comes(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types("/ward")
    assert "won't be counted there" in await amina.taps("Follow another ward")
    assert "News of Abbey comes here too" in await amina.types("abbey")
    await sends(await hood.board_member(ABBEY), "Something else", LAMPS)
    assert amina.said_by_bot(LAMPS) == 1
    seen = await amina.types("/news")
    assert "News for Booker, Cressex and Castlefield and Abbey" in seen
    assert LAMPS in seen


async def test_a_followed_ward_is_found_by_postcode_which_is_not_kept(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    assert "News of Ryemead and Micklefield" in await amina.types("hp13 7ny")


async def test_who_follows_a_ward_gets_no_questions_meant_for_it(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Abbey")
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    await sends(await hood.board_member(ABBEY), "What should come first in your area?", LAMPS)
    assert ben.said_by_bot(LAMPS) == 1
    assert amina.said_by_bot(LAMPS) == 0


async def test_one_s_own_ward_need_not_be_followed(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    assert "is your own ward" in await amina.types("HP12 3HP")


async def test_following_ends_with_a_tap(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    await amina.types("/ward")
    assert "no longer comes here" in await amina.taps("Stop following Abbey")
    await hood.resident("Ben", "Abbey")
    await sends(await hood.board_member(ABBEY), "Something else", LAMPS)
    assert amina.said_by_bot(LAMPS) == 0


async def test_moving_to_the_followed_ward_ends_the_following(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "You follow" not in await amina.types("Abbey")
    assert "You follow" not in await amina.types("/ward")


async def test_what_came_of_questions_is_told_and_stays_under_news(
    hood: Neighbourhood, amina: Person
) -> None:
    consultation = hood.library.consultations["local-priorities"]
    await hood.leap(consultation.closes_at)
    board = await hood.board_member(BOOKER)
    told = "You asked for lamps. Forty are being put up."
    await sends(board, 'What happened after "What should come first in your area?"', told)
    assert amina.said_by_bot(told) == 1
    (outcome,) = [m for m in amina.from_bot if told in m.text]
    assert not outcome.has_buttons
    assert 'What happened after "What should come first in your area?"' in await amina.types(
        "/news"
    )
