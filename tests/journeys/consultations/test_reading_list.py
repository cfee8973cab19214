"""/reading: officers read what people wrote, in a random order and without numbers while it is
open."""

from datetime import timedelta
from pathlib import Path

import pytest
from company import BOOKER, Neighbourhood, Person
from council_changes import closes_later

from engagement.staff.duties import Duty
from engagement.staff.rights import Role
from usecases.people.identify import recognise
from usecases.staff import duties
from usecases.staff.remove import number_of
from usecases.world import Transaction

LAMPS = "More lamps, please"


async def writes(person: Person, text: str) -> None:
    """Answer the last question of the first consultation, in their own words."""
    await person.taps("Answer now")
    for _ in range(3):
        await person.taps("Skip")
    await person.types(text)


async def crowd(hood: Neighbourhood, texts: list[str], place: str = "HP12 3HP") -> list[Person]:
    """One new resident for each of these texts, who has written it."""
    people = await hood.residents(len(texts), place)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    for _ in range(3):
        await hood.all_do(people, lambda phone: phone.tap("Skip"))
    said = dict(zip((p.phone.user_id for p in people), texts, strict=True))
    await hood.all_do(people, lambda phone: phone.type(said[phone.user_id]))
    return people


async def night(hood: Neighbourhood) -> None:
    """Go on until the night after this day is over."""
    now = hood.stage.clock.now()
    await hood.stage.until((now + timedelta(days=1)).replace(hour=6, minute=0))


async def beginnings(person: Person) -> list[str]:
    """What every page of /reading shows."""
    shown, said = [], await person.types("/reading")
    while True:
        shown += [line for line in said.split("\n") if line[:1].isdigit()]
        if "More" not in person.labels:
            return [line.split(" ", 1)[1] for line in shown]
        said = await person.taps("More")


TEN = [f"Text number {n}" for n in range(10)]


async def test_ten_peoples_texts_appear_in_the_night_and_not_before(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, TEN)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert "nothing to read" in await officer.types("/reading")
    await night(hood)
    assert sorted(await beginnings(officer)) == TEN


async def test_the_list_says_whether_people_can_still_answer(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, TEN)
    assert "People can still answer" in await officer.types("/reading")
    await officer.types("/manage local-priorities pause 6 September 2022 09:00: checking")
    assert "Nobody can answer for now" in await officer.types("/reading")
    await officer.types("/manage local-priorities withdraw: plans have changed")
    await officer.types("yes")
    said = await officer.types("/reading")
    assert "Nobody can answer any more. All texts come here once" in said
    assert "still answer" not in said


async def test_a_few_texts_wait_for_others_until_the_close(hood: Neighbourhood) -> None:
    """One new text on the list could be put down to the person who has just answered."""
    officer = await hood.officer()
    await crowd(hood, TEN[:9])
    await night(hood)
    assert "nothing to read" in await officer.types("/reading")
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))
    assert sorted(await beginnings(officer)) == TEN[:9]


async def test_a_text_of_this_night_waits_for_the_next(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, TEN)
    tomorrow = hood.stage.clock.now() + timedelta(days=1)
    await hood.stage.until(tomorrow.replace(hour=2, minute=30))
    await crowd(hood, ["Written in the night", *TEN])
    await hood.stage.until(tomorrow.replace(hour=9))
    assert "Written in the night" not in await beginnings(officer)
    await night(hood)
    assert "Written in the night" in await beginnings(officer)


async def test_each_reader_has_an_order_of_their_own_that_stays(hood: Neighbourhood) -> None:
    first, second = await hood.officer("Olga"), await hood.staff(Role.ADMINISTRATOR)
    await crowd(hood, TEN)
    await night(hood)
    one, other = await beginnings(first), await beginnings(second)
    assert sorted(one) == sorted(other) == TEN
    assert TEN != one != other != TEN
    assert await beginnings(first) == one


async def test_while_people_can_answer_no_number_and_no_ward_is_shown(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await crowd(hood, [LAMPS] * 12 + TEN)
    await night(hood)
    found = await officer.types("/reading")
    assert "No numbers" in found
    assert "Texts not read yet:" not in found
    shown = await beginnings(officer)
    assert shown.count(LAMPS) == 1
    await officer.types("/reading")
    for _ in range(11):
        found = await officer.taps("1" if "1" in officer.labels else "Next text")
        assert "The same words" not in found
        assert "Ward:" not in found
        assert "Booker" not in found


async def until_listed(hood: Neighbourhood) -> None:
    """The first consultation has closed, and all its texts are on the list."""
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))


async def opens_text(officer: Person, text: str) -> str:
    """Open the text that begins like this, from the pages of /reading."""
    said = await officer.types("/reading")
    if "Which texts" in said:
        said = await officer.taps("1 What")
    while True:
        for line in said.split("\n"):
            if line[:1].isdigit() and line[2:].startswith(text):
                return await officer.taps(line[0])
        said = await officer.taps("More")


async def test_after_the_close_the_same_words_are_counted_and_large_wards_named(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    await crowd(hood, [LAMPS] * 22 + ["A bench in Booker"])
    await crowd(hood, ["A tree in Chesham", "A bin in Chesham"], "Chesham")
    await until_listed(hood)
    assert "The same words came from: about 20 people" in await opens_text(officer, LAMPS)
    # With so few in Chesham, that ward is shown together with the next larger one.
    assert "Ward:" not in await opens_text(officer, "A bench")
    assert "Ward:" not in await opens_text(officer, "A tree")
    found = await officer.types("/reading")
    assert "Texts not read yet: 4. Read: 0. The same words are one text." in found


async def test_a_ward_is_named_where_its_number_of_people_is(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, [LAMPS] * 20 + ["A bench in Booker"])
    await crowd(hood, [LAMPS] * 11 + ["A tree in Chesham"], "Chesham")
    await until_listed(hood)
    assert "Ward: Booker" in await opens_text(officer, "A bench")
    assert "Ward:" not in await opens_text(officer, "A tree")


async def test_a_ward_with_no_row_of_its_own_in_the_results_is_not_named(
    hood: Neighbourhood,
) -> None:
    """Ten people of Chesham answered, but one of them wrote only words of danger: the results count
    nine, and show that ward together with others."""
    officer = await hood.officer()
    await crowd(hood, ["A bench in Booker"] + [LAMPS] * 20)
    await crowd(hood, [LAMPS] * 5, "Abbey")
    await crowd(hood, [LAMPS] * 5, "West Wycombe")
    await crowd(hood, ["A tree in Chesham", "I want to kill myself"] + [LAMPS] * 8, "Chesham")
    await until_listed(hood)
    assert "Ward: Booker" in await opens_text(officer, "A bench")
    assert "Ward:" not in await opens_text(officer, "A tree")


async def test_a_text_is_marked_as_read_once_and_who_read_it_is_kept(
    hood: Neighbourhood,
) -> None:
    officer, colleague = await hood.officer("Olga"), await hood.officer("Omar")
    await crowd(hood, TEN)
    await until_listed(hood)
    await opens_text(officer, TEN[0])
    assert "Marked as read" in await officer.taps("I have read this")
    assert TEN[0] not in await beginnings(officer)
    assert TEN[0] not in await beginnings(colleague)
    await officer.types("/reading")
    assert TEN[0] in await officer.taps("Those that were read")
    assert "Read by Olga" in await officer.taps("1")


async def test_two_officers_who_read_one_list_at_once_both_count(hood: Neighbourhood) -> None:
    olga, omar = await hood.officer("Olga"), await hood.officer("Omar")
    await crowd(hood, TEN)
    await until_listed(hood)
    for officer in (olga, omar):
        await opens_text(officer, TEN[3])
    for officer in (olga, omar):
        await officer.taps("I have read this")
    await olga.types("/reading")
    await olga.taps("Those that were read")
    shown = await olga.taps("1")
    assert "Read by Olga" in shown
    assert "Read by Omar" in shown


async def test_a_theme_of_a_colleague_is_not_taken_away_by_the_same_tap(
    hood: Neighbourhood,
) -> None:
    olga, omar = await hood.officer("Olga"), await hood.officer("Omar")
    await crowd(hood, TEN)
    await until_listed(hood)
    await opens_text(olga, TEN[3])
    await olga.taps("What it is about")
    await olga.taps("New theme")
    assert "Lamps" in await olga.types("Lamps")
    await opens_text(omar, TEN[4])
    await omar.taps("What it is about")
    for officer, text in ((olga, TEN[4]), (omar, TEN[4])):
        await opens_text(officer, text)
        await officer.taps("What it is about")
    await olga.taps("Lamps")
    shown = await omar.taps("Lamps")
    assert "Chosen: Lamps" in " ".join(omar.labels)
    assert "Lamps: texts: 2. Letters" in shown


async def test_what_an_officer_files_or_reads_tells_nothing_of_how_many_wrote_the_same(
    hood: Neighbourhood,
) -> None:
    """With 4 people's words among singles "fewer than 10" became "about 10" at the sixth text."""
    officer = await hood.officer()
    said = {}
    for writers, words in ((2, "A bench"), (11, "A tree")):
        await crowd(hood, [words] * writers)
        said[words] = ""
    await crowd(hood, TEN)
    await until_listed(hood)
    for words in said:
        shown = [await opens_text(officer, words)]
        await officer.taps("What it is about")
        if "Parks" in officer.labels:
            shown.append(await officer.taps("Parks"))
        else:
            await officer.taps("New theme")
            shown.append(await officer.types("Parks"))
        said[words] = shown[-1]
    assert "Parks: texts: 1." in said["A bench"]
    assert "Parks: texts: 2." in said["A tree"]
    for words, left in (("A bench", 11), ("A tree", 10)):
        await opens_text(officer, words)
        await officer.taps("I have read this")
        found = await officer.types("/reading")
        assert f"Texts not read yet: {left}. Read: {12 - left}." in found


async def test_a_theme_that_is_there_is_found_whatever_its_capitals(hood: Neighbourhood) -> None:
    olga, omar = await hood.officer("Olga"), await hood.officer("Omar")
    await crowd(hood, TEN)
    await until_listed(hood)
    for officer, text, name in ((olga, TEN[3], "Parks"), (omar, TEN[4], "  pàrks ")):
        await opens_text(officer, text)
        await officer.taps("What it is about")
        await officer.taps("New theme")
        await officer.types(name)
    assert "Parks: texts: 2." in omar.sees
    assert len([label for label in omar.labels if "arks" in label]) == 1


async def test_a_changed_text_leaves_the_list_and_comes_back_to_be_read_again(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer()
    people = await crowd(hood, TEN)
    await night(hood)
    await opens_text(officer, TEN[0])
    await officer.taps("I have read this")
    writer = people[0]
    await writer.types("/mine")
    await writer.taps("Change")
    for _ in range(3):
        await writer.taps("Skip")
    await writer.types("I changed my mind")
    await officer.types("/reading")
    assert TEN[0] not in await officer.taps("Those that were read")
    assert "I changed my mind" not in await beginnings(officer)
    await until_listed(hood)
    shown = await opens_text(officer, "Changed since it was read: I changed")
    assert "Its writer has changed it" in shown
    assert "I have read this" in officer.labels


async def test_a_button_of_a_text_that_was_changed_says_so(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    people = await crowd(hood, TEN)
    await night(hood)
    await opens_text(officer, TEN[0])
    await people[0].types("/forget")
    await people[0].taps("Now: take my answers back")
    await officer.taps("I have read this")
    assert "changed or deleted that text" in officer.toast


@pytest.mark.parametrize("said", ["cancel", "Lamps"])
async def test_who_is_writing_about_a_text_that_goes_comes_back_to_the_list(
    hood: Neighbourhood, said: str
) -> None:
    """Each further message met the sentence that the text had gone, until a command was sent."""
    officer = await hood.officer()
    people = await crowd(hood, TEN)
    await night(hood)
    await opens_text(officer, TEN[0])
    await officer.taps("What it is about")
    await officer.taps("New theme")
    await people[0].types("/forget")
    await people[0].taps("Now: take my answers back")
    shown = await officer.types(said)
    assert "changed or deleted that text" in shown
    assert "Text number" in shown
    assert "Answer to:" in await officer.types("2")


async def test_words_of_danger_are_not_on_the_list(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, [*TEN, "I want to kill myself"])
    await until_listed(hood)
    assert sorted(await beginnings(officer)) == TEN
    assert "named for words of danger: Fewer than 10" in officer.sees


async def test_words_that_are_deleted_leave_the_list(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    people = await crowd(hood, TEN)
    await until_listed(hood)
    await people[0].types("/forget")
    await people[0].taps("Delete my words too")
    await people[0].taps("Yes, forget me")
    assert sorted(await beginnings(officer)) == TEN[1:]


async def test_comments_are_read_like_answers(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await amina.types("I would rather talk about buses")
    await amina.taps("Yes, keep it")
    await amina.taps("Streets")
    await until_listed(hood)
    assert "Comment on:" in await opens_text(officer, "I would rather")


async def test_a_deleted_comment_leaves_the_list(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await crowd(hood, TEN)
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await amina.types("I would rather talk about buses")
    await amina.taps("Yes, keep it")
    await night(hood)
    assert "I would rather talk about buses" in await beginnings(officer)
    await amina.types("/mine")
    await amina.taps("My comments")
    await amina.taps("Delete")
    assert sorted(await beginnings(officer)) == TEN


URDU = "ہمیں گلی میں زیادہ روشنی چاہیے"


async def test_an_urdu_answer_is_read_through_its_translation(hood: Neighbourhood) -> None:
    officer, helper = await hood.officer("Olga"), await hood.officer("Ali")
    await crowd(hood, [URDU])
    await until_listed(hood)
    shown = await opens_text(officer, URDU)
    assert "You don't read this language" in shown
    assert "I have read this" not in officer.labels
    await helper.types("/reading")
    await helper.taps("Languages I read")
    await helper.taps("Urdu")
    await opens_text(helper, URDU)
    assert "I have read this" in helper.labels
    await helper.taps("Put it into a language")
    await helper.types("We need more light in our street")
    shown = await opens_text(officer, URDU)
    assert "We need more light in our street" in shown
    assert "by Ali: English" in shown
    assert URDU in await officer.taps("As it was written")
    assert "Marked as read" in await officer.taps("I have read this")


async def test_an_english_text_is_never_asked_for_in_english(hood: Neighbourhood) -> None:
    officer = await hood.officer("Olga")
    await crowd(hood, TEN)
    await until_listed(hood)
    await opens_text(officer, TEN[3])
    asked = await officer.taps("Put it into a language")
    assert "write it in another language" in asked
    await officer.types("Ławka numer 8, jest za mała")
    assert "In a language I know" not in officer.labels  # it is in English


async def test_a_text_in_an_unknown_language_cannot_be_marked_as_read(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer("Olga")
    await crowd(hood, ["Lampy"])
    await until_listed(hood)
    await opens_text(officer, "Lampy")
    old = officer.phone.keyboard_message
    assert old is not None
    read = next(b.data for row in old.buttons for b in row if b.text == "I have read this")
    await officer.taps("It is in another language")
    await officer.taps("Polish")
    assert "I have read this" not in officer.labels
    officer.phone.tap_data(old.message_id, read)
    await officer.settles()
    assert "put it into one that you know" in officer.toast


async def test_a_board_member_reads_nothing(hood: Neighbourhood) -> None:
    member = await hood.board_member(BOOKER)
    assert "Officers of every ward read" in await member.types("/reading")


async def test_an_officer_who_writes_urdu_reads_in_urdu(hood: Neighbourhood) -> None:
    officer = await hood.officer("Olga")
    await crowd(hood, [LAMPS, URDU])
    await until_listed(hood)
    await officer.types("/language اردو")
    assert "ابھی کسی نے نہیں پڑھیں" in await officer.types("/reading")
    await officer.taps("1")
    for _ in range(2):
        await officer.taps("میں نے پڑھ لیا")
    assert "پڑھنے کو کچھ نہیں" in await officer.types("/reading")


async def test_everything_can_be_typed(hood: Neighbourhood) -> None:
    officer = await hood.officer("Olga")
    await crowd(hood, TEN)
    await until_listed(hood)
    await officer.types("/reading")
    assert "Answer to:" in await officer.types("2")
    await officer.types("what it is about")
    await officer.types("new theme")
    assert "What is the new theme called?" in officer.sees
    await officer.types("Lamps and light")
    assert "Chosen: Lamps and light" in " ".join(officer.labels)
    await officer.types("back")
    assert "Filed under: Lamps and light" in officer.sees
    assert "Marked as read" in await officer.types("i have read this")


async def test_a_theme_with_a_long_name_is_asked_for_again_and_cancel_adds_none(
    hood: Neighbourhood,
) -> None:
    officer = await hood.officer("Olga")
    await crowd(hood, TEN)
    await until_listed(hood)
    await opens_text(officer, TEN[0])
    await officer.taps("What it is about")
    await officer.taps("New theme")
    assert "60 characters at most" in await officer.types("light " * 11)
    await officer.types("cancel")
    assert "no themes yet" in await officer.taps("What it is about")


async def test_an_officer_of_a_ward_reads_as_the_owner(hood: Neighbourhood) -> None:
    officer = await hood.staff(Role.OFFICER, BOOKER)
    await crowd(hood, TEN)
    await until_listed(hood)
    assert "Officers of every ward read" in await officer.types("/reading")
    world = hood.stage.service.world

    async def give(tx: Transaction) -> None:
        person = await recognise(tx, world, officer.phone.user_id)
        assert person.staff is not None
        until = (hood.stage.clock.now() + timedelta(days=30)).date()
        await duties.give(tx, world, number_of(person.staff), Duty.OWNER, until=until)

    await hood.stage.service.batcher.run(give)
    assert TEN[0] in " ".join(await beginnings(officer))


async def test_a_later_closing_date_hides_the_numbers_again(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    officer = await hood.officer("Olga")
    await crowd(hood, TEN)
    await until_listed(hood)
    assert "Texts not read yet:" in await officer.types("/reading")
    await closes_later(hood, tmp_path)
    assert "No numbers" in await officer.types("/reading")


async def test_words_that_came_late_are_read_as_such(hood: Neighbourhood, tmp_path: Path) -> None:
    officer = await hood.officer("Olga")
    amina = await hood.resident("Amina", "HP12 3HP")
    closes_at = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes_at - timedelta(seconds=30))
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await hood.stage.until(closes_at + timedelta(minutes=2))
    assert "count it apart" in await amina.types(LAMPS)
    await hood.stage.until(closes_at + timedelta(minutes=61))  # past a tick
    shown = await opens_text(officer, LAMPS)
    assert "Came after the close, and is counted apart" in shown
    assert "Ward:" not in shown
    await officer.taps("I have read this")
    await closes_later(hood, tmp_path)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    assert LAMPS not in await officer.types("/reading")
    assert "Nothing has been read yet" in await officer.taps("Those that were read")
