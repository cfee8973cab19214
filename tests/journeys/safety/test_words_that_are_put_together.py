"""Words of danger that are none until they are put together, by a line break or by the bot."""

import pytest
from company import Neighbourhood, Person
from on_duty import all_text, named, reference

from engagement.staff.rights import Role

NOBODY = "Nobody reads this chat day and night"


async def test_a_line_break_within_the_words_hides_no_danger(amina: Person) -> None:
    await amina.types("i want to\ndie")
    assert amina.said_by_bot(NOBODY) == 1


async def test_a_comment_in_two_messages_that_is_danger_together_shows_whom_to_call(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.taps("Answer now")
    await amina.types("i want to")
    assert amina.said_by_bot(NOBODY) == 0
    said = await amina.types("die")
    assert amina.said_by_bot(NOBODY) == 1
    assert "die" not in said
    await amina.types("yes")
    assert "i want to die" in await ruth.types(f"/open {reference(ruth)}")
    assert await hood.exported(await hood.officer()) == []


async def test_an_answer_with_more_words_that_is_danger_together_shows_whom_to_call(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types("i want to")
    await amina.types("die")
    assert amina.said_by_bot(NOBODY) == 1


async def test_a_complaint_in_two_messages_that_is_danger_together_shows_whom_to_call(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    await amina.types("/complain")
    receipt = await amina.types("nobody cares that i want to")
    found = receipt.split("Your reference: ")[1].split(".")[0]
    assert "added that to your complaint" in await amina.types("die")
    assert amina.said_by_bot(NOBODY) == 1
    said = await officer.types(f"/complaints {found}")
    assert "kept for the people named" in said
    assert "die" not in all_text(officer)


async def test_harmless_words_after_words_of_danger_raise_no_alert_of_their_own(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.types("i want to die")
    await amina.types("the lamps are out")
    assert amina.said_by_bot(NOBODY) == 1


async def test_harmless_words_before_words_of_danger_still_count(
    hood: Neighbourhood, amina: Person
) -> None:
    """Both were offered as one comment, and kept out of the export together."""
    await amina.taps("Answer now")
    await amina.types("the lamps are out")
    await amina.types("and the bus is late")
    await amina.types("my husband hits me every night")
    await amina.types("and nobody comes")
    await amina.types("yes")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme.comment"] == "the lamps are out\nand the bus is late"


@pytest.mark.parametrize("kind", ["an answer", "a comment"])
async def test_the_bot_never_quotes_words_of_danger_on_the_phone_they_were_removed_from(
    hood: Neighbourhood, amina: Person, kind: str
) -> None:
    """Somebody who hurts this person may hold the phone."""
    await amina.taps("Answer now")
    if kind == "an answer":
        for _ in range(3):
            await amina.taps("Skip")
    await amina.types("my husband hits me every night")
    if kind == "a comment":
        await amina.types("yes")
    numbers = next(m for m in amina.from_bot if NOBODY in m.text)
    amina.phone.tap("Remove this from the chat", message=numbers)
    await amina.settles()
    assert "husband" not in all_text(amina)
    said = await amina.types("/mine")
    assert "(in your own words)" in said
    if kind == "a comment":
        assert "1 (in your own words)" in await amina.taps("My comments")
        assert "You have no comments here" in await amina.taps("Delete 1")
    else:
        await amina.taps("Change")
        for _ in range(3):
            await amina.taps("Skip")
        assert "Your answer: (in your own words)" in amina.question
        await amina.types("More lamps")
        assert "More lamps" in await amina.types("/mine")
    assert "husband" not in all_text(amina)


@pytest.mark.parametrize("typed", [True, False])
async def test_a_complaint_taken_back_is_not_said_to_be_gone_where_its_words_are_kept(
    hood: Neighbourhood, amina: Person, typed: bool
) -> None:
    """It said "We have kept nothing of it", and the two named people could read the words."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.types("/complain my husband hits me and reads my phone")
    said = await (amina.types("take it back") if typed else amina.taps("Take it back"))
    assert "You have taken back C-" in said
    assert "kept nothing" not in said
    assert "reads my phone" in await ruth.types(f"/open {reference(ruth)}")


async def test_a_no_to_words_on_offer_does_not_say_that_nothing_is_kept(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.taps("Answer now")
    await amina.types("my husband hits me and reads my phone")
    assert "kept" not in await amina.types("no")
    assert "reads my phone" in await ruth.types(f"/open {reference(ruth)}")


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("Fly tipping behind the garages, a sofa and two fridges now", "don't text me"),
        ("Dentysty na NHS tu się nie znajdzie, jeżdżę do Polski", "nie piszcie do mnie"),
    ],
)
async def test_a_wish_for_no_more_messages_after_words_on_offer_alarms_nobody(
    hood: Neighbourhood, amina: Person, words: str, request_: str
) -> None:
    """The harmless words and the wish were looked at as one, and found to be danger."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    await amina.taps("Answer now")
    await amina.types(words)
    assert "stopped" in await amina.types(request_)
    assert amina.said_by_bot(NOBODY) == 0
    await hood.stage.until(hood.stage.clock.now())
    assert "Nothing is open" in await ruth.types("/open")
