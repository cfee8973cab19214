"""/results for residents and board members: their ward next to the whole area, once released."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, Person, answers_all
from crowded_wards import WHICH, body_of, closed_for_many, many_answer, says_instead
from evenings import at, election

from engagement.insight.ward_results import NotByWard
from engagement.staff.rights import Role

WORDS = {"en": "results", "pl": "wyniki", "ur": "نتائج"}


@pytest.fixture
async def after(hood: Neighbourhood) -> Neighbourhood:
    """Many have answered in three wards, and the results are released."""
    return await closed_for_many(hood)


async def test_while_it_is_open_a_resident_reads_when_results_come(
    hood: Neighbourhood, amina: Person
) -> None:
    shown = await amina.types("/results")
    assert "Results come after it closes: Friday 30 September, 5pm." in shown
    await many_answer(hood)
    assert await amina.types("/results") == shown


async def test_between_the_close_and_the_release_nothing_is_shown(
    hood: Neighbourhood, amina: Person
) -> None:
    await many_answer(hood)
    await hood.leap(hood.library.consultations[WHICH].closes_at + timedelta(minutes=2))
    shown = await amina.types("/results")
    assert "Nothing is counted before they are in." in shown
    assert "%" not in shown
    assert "took part" not in shown


async def test_a_resident_reads_their_wards_result_next_to_the_whole_areas(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await closed_for_many(hood)
    shown = await amina.types("/results")
    assert "Thank you for taking part. About 140 to 145 people did." in shown
    assert "From Booker, Cressex and Castlefield: about 50." in shown
    assert "Jobs and careers: 50%. Whole area: 50%." in shown
    assert "From 1 = Very hard to 5 = Very easy" in shown
    assert "people answered in their own words" in shown.lower()
    assert "Only people who chose to answer are counted. Others may think differently." in shown
    assert "Two that look the same are only about the same." in shown


async def test_every_answer_is_on_the_screen(after: Neighbourhood, amina: Person) -> None:
    shown = await amina.types("/results")
    for question in after.library.consultations[WHICH].questions:
        for option in question.options:
            assert option.label.say("en") in shown
    assert "Messages on my phone: few. Whole area: fewer than 10." in shown


async def test_all_that_is_shown_is_what_the_register_says(
    after: Neighbourhood, amina: Person
) -> None:
    """With numbers in the register that nobody has counted, the screen shows those."""
    body = await body_of(after)
    for one in body["by_ward"]:
        for question in one["questions"]:
            question["options"] = [{**o, "percent": 95} for o in question["options"]]
        one["about"] = 7000 if one["about"] else None
    body["published"]["about"], body["published"]["about_to"] = 9000, None
    await says_instead(after, body)
    shown = await amina.types("/results")
    assert "About 9,000 people took part." in shown
    assert "From Booker, Cressex and Castlefield: about 7,000." in shown
    assert "Jobs and careers: 95%. Whole area: 50%." in shown


async def test_it_is_one_message_in_each_language(after: Neighbourhood) -> None:
    for language, word in WORDS.items():
        person = await after.resident(f"Reader {language}", "Abbey")
        await speaks(person, language)
        before = len(person.from_bot)
        await person.types(word)
        assert len(person.from_bot) == before + 1


async def speaks(person: Person, language: str) -> None:
    await person.types("/language")
    await person.taps({"en": "English", "pl": "Polski", "ur": "اردو"}[language])


async def test_in_urdu_and_from_right_to_left(after: Neighbourhood, amina: Person) -> None:
    await speaks(amina, "ur")
    shown = await amina.types("نتائج")
    assert "تقریباً 140 سے 145 افراد نے حصہ لیا" in plain(shown)
    [jobs] = (line for line in plain(shown).splitlines() if line.startswith("نوکریاں اور پیشے"))
    assert jobs.endswith("پورا علاقہ: 50 فیصد۔")
    assert "گنتی صرف ان کی ہے جنہوں نے اپنی مرضی سے جواب دیا" in shown
    first = next(line for line in shown.splitlines() if "Booker" in line)
    assert first.startswith("\u200f")
    assert "کوئی اور وارڈ" in amina.labels


def plain(text: str) -> str:
    """Without the marks of direction."""
    return "".join(c for c in text if c not in "\u200f\u200e\u2066\u2067\u2068\u2069")


async def test_any_ward_can_be_chosen_by_tapping_or_typing(
    after: Neighbourhood, amina: Person
) -> None:
    """What is released is public."""
    await amina.types("/results")
    await amina.taps("Another ward")
    assert "1 Abbey" in amina.labels
    shown = await amina.types("1")
    assert "From Abbey: about 60." in shown
    await amina.taps("Another ward")
    shown = await amina.types("Chesham")
    assert "Chesham is counted with other wards here." in shown
    assert "Jobs and careers: 50%" in shown


async def test_a_ward_without_numbers_says_why(after: Neighbourhood) -> None:
    dev = await after.resident("Dev", "West Wycombe")
    shown = await dev.types("/results")
    assert "West Wycombe is counted with other wards here." in shown
    assert "By itself it could tell what a few people said." in shown
    assert "Jobs and careers: 50%" in shown
    assert "From West Wycombe" not in shown


@pytest.mark.parametrize("why", sorted(NotByWard))
async def test_each_reason_is_said_and_no_number_of_the_ward_with_it(
    after: Neighbourhood, amina: Person, why: NotByWard
) -> None:
    body = await body_of(after)
    [booker] = (one for one in body["by_ward"] if one["ward"] == BOOKER)
    booker["questions"][0] = {"key": booker["questions"][0]["key"], "options": [], "why": why.value}
    await says_instead(after, body)
    first = (await amina.types("/results")).split("\n\n")[1].splitlines()
    said = {
        NotByWard.OWN_WORDS: "People answered in their own words.",
        NotByWard.PLACES: "Places are shown for all wards together.",
        NotByWard.NO_BANDS: "People typed a number or a day.",
        NotByWard.BRANCH: "Only some people were asked this.",
        NotByWard.LONGER_FORM: "Only people who chose all the questions were asked this.",
        NotByWard.AREA: "Too few people gave each answer.",
        NotByWard.TOGETHER: "We can't show Booker, Cressex and Castlefield here.",
        NotByWard.FEW: "We can't show Booker, Cressex and Castlefield here.",
    }
    assert first[1].startswith(said[why])
    assert not any("Whole area:" in line for line in first)


async def test_a_table_without_wards_shows_the_whole_area(
    after: Neighbourhood, amina: Person
) -> None:
    body = await body_of(after)
    await says_instead(after, body | {"by_ward": []})
    shown = await amina.types("/results")
    assert "We can't show Booker, Cressex and Castlefield by itself." in shown
    assert "Jobs and careers: 50%" in shown
    assert "Another ward" not in amina.labels


async def test_where_too_few_took_part_that_is_all_that_is_said(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await hood.closes()
    shown = await amina.types("/results")
    assert "Fewer than 10 people answered." in shown
    assert "Whole area" not in shown


async def test_who_has_answered_reads_the_ward_they_answered_in(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.taps("Pick from a list")
    await amina.taps("1 Abbey")
    await closed_for_many(hood)
    assert "From Booker, Cressex and Castlefield" in await amina.types("/results")


def only_for(hood: Neighbourhood, *wards: str) -> None:
    """The questions are for these wards alone."""
    world = hood.stage.service.world
    known = world.loaded.consultations[WHICH]
    only = known.consultation.model_copy(update={"wards": wards})
    there = {**world.loaded.consultations, WHICH: replace(known, consultation=only)}
    world.renew(world.library, replace(world.loaded, consultations=there))


async def test_until_the_release_another_wards_questions_are_not_in_the_list(
    hood: Neighbourhood, amina: Person
) -> None:
    """Those who can't answer them have no part in them, and aren't told that there are none."""
    only_for(hood, CHESHAM)
    member = await hood.board_member(BOOKER)
    for person in (amina, member):
        shown = await person.types("/results")
        assert "No questions for your ward have opened yet." in shown
        assert "No questions have opened" not in shown


async def test_people_of_other_wards_can_choose_any_ward_once_results_are_out(
    hood: Neighbourhood,
) -> None:
    away = await hood.resident("Away", "Beaconsfield")
    member = await hood.board_member(away_ward(hood), label="Away too")
    await closed_for_many(hood)
    for person in (away, member):
        assert "Which ward do you want to see?" in await person.types("/results")
        shown = await person.taps("1 Abbey")
        assert "About 140 to 145 people took part." in shown
        assert "From Abbey: about 60." in shown
        assert "Beaconsfield" not in shown


def away_ward(hood: Neighbourhood) -> str:
    return next(code for code, w in hood.library.wards.items() if w.name == "Beaconsfield")


async def test_people_of_other_wards_read_of_the_whole_area_where_no_ward_is_told_apart(
    hood: Neighbourhood,
) -> None:
    away = await hood.resident("Away", "Beaconsfield")
    await closed_for_many(hood)
    await says_instead(hood, await body_of(hood) | {"by_ward": []})
    shown = await away.types("/results")
    assert "So here is the whole area." in shown
    assert "Jobs and careers: 50%" in shown
    assert "Beaconsfield" not in shown


async def test_a_board_member_who_answered_elsewhere_reads_that_ward_and_is_thanked(
    hood: Neighbourhood,
) -> None:
    only_for(hood, BOOKER, CHESHAM)
    both = await hood.resident("Both", "HP12 3HP")
    await answers_all(both)
    await both.start(await hood.stage.invite(Role.BOARD_MEMBER, "Both", (ABBEY,)))
    assert "Results come after it closes" in await both.types("/results")
    await closed_for_many(hood)
    shown = await both.types("/results")
    assert "Thank you for taking part." in shown
    assert "From Booker, Cressex and Castlefield" in shown


async def test_a_board_member_finds_the_ward_they_live_in_next_to_their_own(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.start(await hood.stage.invite(Role.BOARD_MEMBER, "Amina", (ABBEY,)))
    await closed_for_many(hood)
    await amina.types("/results")
    assert amina.labels == ["1 Abbey", "2 Booker, Cressex and Castlefield", "Another ward"]


async def test_before_an_election_results_wait(after: Neighbourhood, amina: Person) -> None:
    member = await after.board_member(BOOKER)
    today = after.stage.clock.now().date()
    election(after, ABBEY, first=today, last=today + timedelta(days=4))
    for person in (amina, member):
        assert "This waits because of an election." in await person.types("/results")
    await at(after, 12, days=5)
    await amina.types("/results")
    await amina.taps("1 What should come first")
    assert "From Booker" in amina.sees


async def test_a_list_that_was_open_before_the_election_shows_nothing_either(
    after: Neighbourhood, amina: Person
) -> None:
    await amina.types("/results")
    await amina.taps("Another ward")
    today = after.stage.clock.now().date()
    election(after, first=today, last=today + timedelta(days=4))
    await amina.taps("1 Abbey")
    assert "This waits because of an election." in amina.sees + amina.toast
    assert "From Abbey" not in amina.sees


async def test_questions_that_were_withdrawn_have_no_results(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    await many_answer(hood)
    await officer.types(f"/manage {WHICH} withdraw: There was a mistake in it")
    await officer.taps("Yes, withdraw")
    await hood.closes()
    shown = await amina.types("/results")
    assert "So there are no results." in shown
    assert "%" not in shown


async def test_a_board_member_reads_their_wards_and_the_area(after: Neighbourhood) -> None:
    member = await after.board_member(ABBEY, BOOKER)
    await member.types("/results")
    assert member.labels == ["1 Abbey", "2 Booker, Cressex and Castlefield", "Another ward"]
    await member.taps("1 Abbey")
    assert "From Abbey: about 60." in member.sees
    assert "Jobs and careers: 55%. Whole area: 50%." in member.sees
    one = await after.board_member(ABBEY, label="One ward")
    assert "From Abbey: about 60." in await one.types("/results")


async def test_a_board_member_reads_nothing_before_the_release(hood: Neighbourhood) -> None:
    """Not even how many have answered: that is for officers of every ward."""
    member = await hood.board_member(ABBEY)
    await many_answer(hood)
    shown = await member.types("/results")
    assert "Results come after it closes" in shown
    assert "people have answered" not in shown


async def test_an_officer_keeps_the_whole_table_and_can_choose_a_ward(
    after: Neighbourhood,
) -> None:
    officer = await after.officer()
    assert "People who answered after the close" in await officer.types("/results")
    await officer.taps("One ward by itself")
    await officer.taps("1 Abbey")
    assert "From Abbey: about 60." in officer.sees


async def test_somebody_who_has_not_joined_is_asked_to(after: Neighbourhood) -> None:
    assert "You haven't joined yet." in await after.stranger().types("/results")


async def test_results_as_a_word_in_an_answer_stay_an_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for label in ("Streets", "Messages", "Done", "4"):
        await amina.taps(label)
    assert "saved" in await amina.types("results")
    assert "results" in await amina.types("/mine")


async def test_the_menu_of_commands_offers_results_to_everybody(amina: Person) -> None:
    assert "/results: what people answered" in await amina.types("/help")


async def test_numbers_by_ward_stay_those_of_the_first_time(
    after: Neighbourhood, amina: Person
) -> None:
    body = await body_of(after)
    since = after.stage.clock.now() - timedelta(days=20)
    await says_instead(after, body | {"by_ward_since": since.isoformat()})
    shown = await amina.types("/results")
    assert "It was open twice. The numbers of the ward are from the first time." in shown
