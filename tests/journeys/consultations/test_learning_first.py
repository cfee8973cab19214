"""Something to learn before a question: it is read once, and nobody answers it by accident."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from dark_corners import CORNER, sends
from learning import ELSE, MONEY, QUESTION, TEXT, asks, begins, pictures, urdu_speaker
from made_pictures import png
from replying import replies
from sqlalchemy import delete

from content.words import Words
from emulator import Member, MoveKind
from storage.conversation.shown import shown
from wardmote.demo.made_up_residents import Persona
from wardmote.demo.resident_policy import ResidentPolicy


@pytest.fixture
async def at_learning(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """Amina, who has answered the first question."""
    await asks(hood, tmp_path)
    await begins(amina)
    assert "1 of 3." in amina.sees
    await amina.taps("Yes")
    return amina


@pytest.fixture
async def at_money(at_learning: Person) -> Person:
    """Amina, before the last question, which asks for her own words."""
    await at_learning.taps("Next")
    await at_learning.taps("Alders")
    assert MONEY in at_learning.sees
    return at_learning


async def test_it_comes_before_its_question_and_is_no_question_itself(at_learning: Person) -> None:
    assert "Before question 2." in at_learning.sees
    assert TEXT in at_learning.sees
    assert QUESTION not in at_learning.sees
    assert at_learning.labels == ["Listen", "Back", "Next"]
    assert "2 of 3." in await at_learning.taps("Next")
    assert QUESTION in at_learning.sees


async def test_the_whole_link_is_shown(at_learning: Person) -> None:
    assert "\nhttps://www.anytown.example.org/green?page=2\n" in at_learning.sees


async def test_its_picture_comes_above_it_and_is_said_in_words(at_learning: Person) -> None:
    (picture,) = pictures(at_learning)
    assert (
        picture.text
        == "What the picture shows: The green under water, with the bench in the middle."
    )
    assert at_learning.phone.last is not None
    assert picture.message_id < at_learning.phone.last.message_id
    assert "1 of 3." in at_learning.from_bot[-3].text
    assert not at_learning.from_bot[-3].buttons


async def test_in_urdu_it_is_all_in_urdu(hood: Neighbourhood, tmp_path: Path) -> None:
    await asks(hood, tmp_path)
    sana = await urdu_speaker(hood)
    await begins(sana)
    await sana.taps("ہاں")
    assert "میدان میں اکثر سردیوں میں پانی بھر جاتا ہے" in sana.sees
    (picture,) = pictures(sana)
    assert "میدان پانی میں ہے، اور بیچ میں بنچ ہے" in picture.text
    assert "\nhttps://www.anytown.example.org/green?page=2\n" in sana.sees
    assert sana.labels == ["سنیں", "پیچھے", "اگلا"]
    assert "آپ کون سے درخت لگائیں گے؟" in await sana.types("اگلا")


@pytest.mark.parametrize("said", ["next", "Next", "ok", "OK.", "👍", "yes", "done", "skip", "dalej",
                                  "آگے", "continue", "I've read it"])  # fmt: skip
async def test_every_way_to_say_that_it_was_read_goes_on(at_learning: Person, said: str) -> None:
    assert QUESTION in await at_learning.types(said)
    assert "Your answer" not in at_learning.sees


async def test_back_leads_to_the_question_before_and_from_its_question_to_it(
    at_learning: Person,
) -> None:
    assert "1 of 3." in await at_learning.taps("Back")
    await at_learning.taps("Next")
    assert TEXT in at_learning.sees
    await at_learning.taps("Next")
    assert TEXT in await at_learning.taps("Back")
    assert "1 of 3." in await at_learning.types("back")
    assert len(pictures(at_learning)) == 2, "each time that it comes anew, and not for Back"


async def test_it_is_shown_once(at_learning: Person) -> None:
    await at_learning.taps("Next")
    await at_learning.taps("Skip")
    await at_learning.taps("Back")
    assert "2 of 3." in at_learning.sees
    await at_learning.taps("Willows")
    await at_learning.taps("Next")
    assert ELSE in at_learning.sees
    await at_learning.taps("Skip")
    await at_learning.taps("Change my answers")
    for number in (1, 2, 3):
        assert f"{number} of 3." in at_learning.sees
        await at_learning.taps(at_learning.labels[-1])


async def test_who_comes_back_days_later_reads_it_again_with_its_question(
    hood: Neighbourhood, at_learning: Person
) -> None:
    await at_learning.taps("Next")
    await hood.leap(hood.stage.clock.now() + timedelta(days=3))
    await begins(at_learning)
    assert TEXT in at_learning.sees
    assert len(pictures(at_learning)) == 2
    assert QUESTION in await at_learning.taps("Next")


async def test_two_quick_taps_on_the_answer_before_send_one_picture(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    await asks(hood, tmp_path)
    await begins(amina)
    asked = amina.phone.keyboard_message
    amina.phone.tap("Yes", asked)
    amina.phone.tap("Yes", asked)
    await amina.settles()
    assert TEXT in amina.sees
    assert len(pictures(amina)) == 1


@pytest.mark.parametrize("said", ["2", "no", "hello", "wait"])
async def test_what_is_too_little_for_an_answer_leads_to_the_question(
    at_learning: Person, said: str
) -> None:
    await at_learning.types(said)
    assert "You had not seen this question yet. Please answer it here." in at_learning.sees
    assert QUESTION in at_learning.sees
    assert "Your answer" not in at_learning.sees


async def test_a_whole_label_is_taken_and_that_is_said(at_learning: Person) -> None:
    await at_learning.types("Alders")
    assert f'We took Alders for "{QUESTION}" too.' in at_learning.sees
    assert MONEY in at_learning.sees


async def test_own_words_are_asked_about_and_kept_as_the_answer_after_a_yes(
    at_money: Person,
) -> None:
    await at_money.types("The bench is broken.")
    assert ELSE in at_money.sees
    assert "The bench is broken." in at_money.sees
    await at_money.types("yes")
    assert "are saved" in at_money.sees
    assert "The bench is broken." in await at_money.types("/mine")


async def test_own_words_are_asked_about_where_it_is_not_known_what_is_in_the_chat(
    hood: Neighbourhood, at_money: Person
) -> None:
    await hood.stage.service.batcher.run(lambda tx: tx.execute(delete(shown)))
    await at_money.types("The bench is broken.")
    assert "The bench is broken." in at_money.sees
    assert "bench" not in await at_money.types("/mine")


async def test_words_that_came_with_next_are_asked_about(at_money: Person) -> None:
    at_money.phone.tap("Next")
    at_money.phone.type("The bench is broken.")
    await at_money.settles()
    assert ELSE in at_money.sees
    assert "bench" not in await at_money.types("/mine")


async def test_own_words_that_were_no_answer_are_dropped_after_a_no(at_money: Person) -> None:
    await at_money.types("The bench is broken.")
    await at_money.types("no")
    assert ELSE in at_money.sees
    assert "bench" not in await at_money.types("/mine")


async def test_own_words_before_a_choice_are_offered_as_a_comment(at_learning: Person) -> None:
    await at_learning.types("My cellar floods too.")
    assert "My cellar floods too." in at_learning.sees
    await at_learning.types("yes")
    assert QUESTION in at_learning.sees


async def test_a_voice_note_waits_until_the_question_was_seen(at_money: Person) -> None:
    at_money.phone.send_voice()
    await at_money.settles()
    assert ELSE in at_money.sees
    assert "You had not seen this question yet." in at_money.sees
    at_money.phone.send_voice()
    assert "We have your voice note" in await at_money.settles()


async def test_words_of_danger_are_shown_whom_to_call_and_are_not_lost(at_money: Person) -> None:
    await at_money.types("I want to kill myself")
    assert at_money.said_by_bot("116 123") >= 1
    await at_money.types("yes")
    assert at_money.said_by_bot("are saved") == 1


async def test_a_reply_to_the_picture_is_for_its_question(at_learning: Person) -> None:
    await at_learning.taps("Next")
    (picture,) = pictures(at_learning)
    await replies(at_learning, picture, "Willows")
    assert MONEY in at_learning.sees
    await at_learning.taps("Next")
    await replies(at_learning, picture, "Alders")
    assert "We've changed your answer" in at_learning.sees
    assert ELSE in at_learning.sees


async def test_next_typed_below_something_newer_goes_nowhere(at_money: Person) -> None:
    await at_money.types("/plan")
    await at_money.types("skip")
    assert "That may have been for another message" in at_money.sees
    assert MONEY in at_money.sees
    assert ELSE not in at_money.sees


async def test_a_location_waits_until_the_question_was_seen(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    """They haven't read that their home isn't meant."""
    place = {"  - key: why\n    kind: text\n": "  - key: why\n    kind: place\n"}
    await asks(hood, tmp_path, place)
    await begins(amina)
    await amina.taps("No")
    await amina.taps("Next")
    await amina.taps("Alders")
    assert MONEY in amina.sees
    assert "not your home" in await sends(amina, *CORNER)
    assert "You had not seen this question yet." in amina.sees
    assert "are saved" in await sends(amina, *CORNER)


async def test_a_picture_that_cannot_be_sent_is_said_in_words(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    made = await asks(hood, tmp_path)
    await begins(amina)
    (made / "green.png").unlink()
    await amina.taps("Yes")
    assert TEXT in amina.sees
    assert amina.said_by_bot("We couldn't send a picture.") == 1
    assert amina.said_by_bot("The green under water, with the bench in the middle.") == 1


async def test_a_picture_that_nobody_has_approved_is_not_sent(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    made = await asks(hood, tmp_path)
    (made / "green.png").write_bytes(png(300, 200))
    await begins(amina)
    await amina.taps("Yes")
    assert pictures(amina) == []
    assert amina.said_by_bot("We couldn't send a picture.") == 1


async def test_the_short_form_has_it_too_and_leads_on_after_it(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    short = {"  - key: walks\n": "  - key: walks\n    short: true\n",
             "  - key: trees\n": "  - key: trees\n    short: true\n"}  # fmt: skip
    await asks(hood, tmp_path, short)
    await begins(amina)
    await amina.taps("2 questions")
    assert "1 of 2." in amina.sees
    await amina.taps("Yes")
    assert TEXT in amina.sees
    await amina.taps("Next")
    assert "2 of 2." in amina.sees
    await amina.taps("Willows")
    await amina.taps("Go on")
    assert MONEY in amina.sees


async def test_on_a_branch_it_is_shown_only_with_its_question(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    branch = {"  - key: trees\n    kind: single\n":
              "  - key: trees\n    kind: single\n    relevant: ${walks} = 'yes'\n"}  # fmt: skip
    await asks(hood, tmp_path, branch)
    await begins(amina)
    await amina.taps("No")
    assert MONEY in amina.sees
    assert pictures(amina) == []
    await amina.taps("Back")
    await amina.taps("Yes")
    assert TEXT in amina.sees


async def test_a_restart_shows_it_as_it_was(hood: Neighbourhood, at_learning: Person) -> None:
    await at_learning.types("/help")
    await begins(at_learning)
    assert TEXT in at_learning.sees
    assert "1 of 3." in await at_learning.taps("Back")


async def test_after_the_close_next_says_that_it_has_closed(
    hood: Neighbourhood, at_learning: Person
) -> None:
    await hood.leap(hood.stage.clock.now() + timedelta(days=60))
    await at_learning.taps("Next")
    assert "closed" in at_learning.toast or "closed" in at_learning.sees


async def test_the_crowd_of_a_demo_reads_on(hood: Neighbourhood, at_learning: Person) -> None:
    """Or a council that has something to learn in its first questions would see no answers."""
    found = hood.stage.service.world.consultation("learn-and-listen").consultation
    policy = ResidentPolicy(found, hood.library, Words(), hood.stage.clock.now)
    persona = Persona("E05013131", "HP12 3HP", joins_after=0, by="list")
    member = Member(at_learning.phone, {"persona": persona}, {"begun": True})
    move = policy(member, random.Random(5))
    assert move is not None
    assert (move.kind, move.value) == (MoveKind.TAP, "Next")


@pytest.mark.parametrize("said", ["next", "skip", "done", "آگے", "got it"])
async def test_next_below_own_words_that_are_asked_about_leads_to_the_question(
    at_learning: Person, said: str
) -> None:
    await at_learning.types("The trees should be limes because of bees")
    assert "Shall we keep that as your comment?" in at_learning.sees
    await at_learning.types(said)
    assert QUESTION in at_learning.sees
    await at_learning.taps("Alders")
    await at_learning.taps("Next")
    await at_learning.taps("Skip")
    assert at_learning.said_by_bot("limes because of bees") == 2, "they are asked about again"


async def test_next_below_words_for_the_last_question_leads_to_it(at_money: Person) -> None:
    await at_money.types("Lamps by the bridge")
    assert "3 of 3." in await at_money.types("Next")
    await at_money.types("More lamps")
    assert at_money.said_by_bot("are saved") == 1


async def test_a_voice_note_below_own_words_that_are_asked_about_waits_for_the_question(
    at_money: Person,
) -> None:
    await at_money.types("The bench is broken.")
    at_money.phone.send_voice()
    await at_money.settles()
    assert "You had not seen this question yet." in at_money.sees


async def test_next_in_reply_to_the_picture_after_own_words_leads_to_the_question(
    at_learning: Person,
) -> None:
    (picture,) = pictures(at_learning)
    await replies(at_learning, picture, "The bench is broken.")
    await at_learning.types("next")
    assert QUESTION in at_learning.sees


@pytest.mark.parametrize("said", ["Next", "Go on", "continue"])
async def test_next_once_more_at_the_question_is_no_answer(at_money: Person, said: str) -> None:
    await at_money.types("next")
    await at_money.types("Lamps by the bridge")
    await at_money.taps("Change my answers")
    while ELSE not in at_money.sees:
        await at_money.taps("Next")
    assert "Lamps by the bridge" in at_money.sees
    await at_money.types(said)
    assert "Lamps by the bridge" in await at_money.types("/mine")


async def test_in_urdu_the_words_of_both_buttons_go_on_and_are_no_answer(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await asks(hood, tmp_path)
    sana = await urdu_speaker(hood)
    await begins(sana)
    await sana.taps("ہاں")
    assert "اگلا" in sana.labels
    await sana.types("آگے")
    await sana.types("ایلڈر")
    await sana.types("آگے")
    assert "ہمیں اور کیا معلوم ہونا چاہیے؟" in sana.sees
    await sana.types("بتیاں")
    await sana.types("/mine")
    await sana.types("میرے جواب بدلیں")
    for _ in range(5):
        await sana.types("آگے")
    assert "بتیاں" in await sana.types("/mine")
