"""Every list can be gone back in, and a list of one thing is not asked about. S3."""

from datetime import timedelta

from company import ABBEY, BOOKER, Neighbourhood, Person

LAMPS = "The lamps are on."


async def opens_both(hood: Neighbourhood) -> None:
    """The second consultation has opened too."""
    later = hood.library.consultations["keeping-in-touch"]
    await hood.leap(later.opens_at + timedelta(hours=2))


async def test_joining_goes_back_from_the_list_to_the_question(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await sam.start(await hood.stage.poster(ABBEY, "library"))
    await sam.taps("Start")
    question = await sam.taps("Yes")
    await sam.taps("Pick from a list")
    first = sam.labels
    await sam.taps("More")
    await sam.taps("Page before")
    assert sam.labels == first
    assert await sam.taps("Back") == question
    assert "You're in Abbey" in await sam.taps("Yes, that's home")


async def test_moving_and_following_go_back_and_change_nothing(amina: Person) -> None:
    ward = await amina.types("/ward")
    for way in ("Change my ward", "Follow another ward"):
        asked = await amina.taps(way)
        await amina.taps("Pick from a list")
        assert await amina.taps("Back") == asked
        assert await amina.taps("Back") == ward
    # Nothing waits for a ward any more: a name moves nobody without a yes.
    assert "Has your home changed?" in await amina.types("Abbey")
    assert await amina.types("/ward") == ward


async def test_back_can_be_typed(amina: Person) -> None:
    ward = await amina.types("/ward")
    await amina.taps("Change my ward")
    assert await amina.types("back") == ward


async def test_a_plan_goes_back_from_page_to_page(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/plan")
    assert "Back" not in amina.labels  # the only plan there is
    everything = next(label for label in amina.labels if "Everything" in label)
    first = await amina.taps(everything)
    await amina.taps("More")
    assert await amina.taps("Back") == first


async def test_the_ward_to_celebrate_can_be_chosen_again(hood: Neighbourhood) -> None:
    board = await hood.board_member(BOOKER, ABBEY)
    asked = await board.types("/celebrate")
    await board.taps("1 Abbey")
    assert await board.taps("Back") == asked


async def test_the_only_questions_that_have_opened_are_not_asked_about(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    assert "Fewer than 10 people answered so far" in await officer.types("/results")
    assert officer.labels == []
    assert "can be exported after" in await officer.types("/export")
    assert officer.labels == []
    await hood.closes()
    await hood.officer("Second person")
    assert "Somebody else has to approve it first" in await officer.types("/export")
    assert officer.labels == ["Ask for approval"]
    assert "We have asked Second person" in await officer.taps("Ask for approval")
    assert officer.labels == []


async def test_results_and_exports_go_back_to_their_lists(hood: Neighbourhood) -> None:
    await opens_both(hood)
    officer = await hood.officer()
    asked = await officer.types("/results")
    await officer.taps("1 ")
    assert await officer.taps("Back") == asked
    await hood.officer("Second person")
    asked = await officer.types("/export")
    for number in ("1 ", "2 "):
        await officer.taps(number)
        assert await officer.taps("Back") == asked


async def test_news_and_comments_go_back(hood: Neighbourhood, amina: Person) -> None:
    board = await hood.board_member(BOOKER)
    for number in range(5):
        await board.types("/send")
        await board.taps("Something else")
        await board.types(f"{LAMPS} {number}")
        await board.taps("Send to")
    newest = await amina.types("/news")
    await amina.taps("Older news")
    assert await amina.taps("Back") == newest
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.types("depends on the weather")
    await amina.taps("Yes, keep it")
    mine = await amina.types("/mine")
    await amina.taps("My comments")
    assert await amina.taps("Back") == mine


async def test_who_moved_is_offered_what_is_open_there(hood: Neighbourhood) -> None:
    sam = await hood.resident("Sam", "Beaconsfield")
    assert "No questions are open" in sam.sees
    await sam.types("/ward")
    await sam.taps("Change my ward")
    shown = await sam.types("HP12 3HP")
    assert "Your ward is now Booker, Cressex and Castlefield" in shown
    assert "One set of questions is open for your ward" in shown
    assert (await sam.taps("Answer now")).startswith("1 of 4.")


async def test_a_postcode_out_of_the_blue_asks_whether_home_has_changed(
    hood: Neighbourhood, amina: Person
) -> None:
    shown = await amina.types("HP5 3BD")
    assert shown == "Has your home changed? That postcode is in Chess Valley."
    assert amina.labels == ["Yes", "No"]
    assert "Your ward is Booker" in await amina.types("no")
    await amina.types("HP5 3BD")
    assert "Your ward is now Chess Valley" in await amina.types("yes")
    assert "That is your ward already" in await amina.types("hp5 3bd")
    assert "That is outside Buckinghamshire." in await amina.types("SW1A 1AA")


async def test_a_postcode_under_a_choice_is_no_comment(amina: Person) -> None:
    await amina.taps("Answer now")
    assert "Has your home changed?" in await amina.types("HP5 3BD")
    assert (await amina.taps("No")).startswith("1 of 4.")
    assert (await amina.types("Jobs")).startswith("2 of 4.")
    for _ in range(2):
        await amina.types("skip")
    # Nobody answers in own words with a bare postcode either.
    assert "Has your home changed?" in await amina.types("HP5 3BD")
