"""Equality questions: offered once, answered or not, seen, and gone at a word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from about_oneself import GROUND, OFFER, asks_equality, begins, code, kept, reaches_the_offer
from company import Neighbourhood, Person, answers_all
from kill_and_look_inside import rows
from one_phone import household, second_answers
from two_lengths import asks, to_the_choice

from emulator import Status, Voice, recording
from engagement.operations.retention import EQUALITY_KEPT
from usecases.consultations.equality import EqualityStep
from usecases.conversation.current_screen import here
from usecases.operations import legal_hold
from usecases.people import identify
from usecases.world import Transaction


@pytest.fixture
def asking(hood: Neighbourhood) -> Neighbourhood:
    asks_equality(hood)
    return hood


async def test_nobody_is_asked_where_the_council_has_not_turned_it_on(amina: Person) -> None:
    await answers_all(amina)
    assert OFFER not in amina.labels
    assert "We don't ask people about themselves here." in await amina.types("/about_me")
    assert "/about_me" not in await amina.types("/help")


async def test_by_what_is_made_up_for_a_story_nobody_else_is_asked(
    hood: Neighbourhood, amina: Person
) -> None:
    asks_equality(hood, equality_questions=GROUND.model_copy(update={"made_up": True}))
    world = hood.stage.service.world
    world.story = False
    assert "about yourself" not in await reaches_the_offer(amina)
    assert "We don't ask people about themselves here." in await amina.types("/about_me")
    assert "/about_me" not in await amina.types("/help")
    world.story = True
    assert "/about_me" in await amina.types("/help")


async def test_they_are_offered_below_the_first_receipt_and_never_again(
    asking: Neighbourhood, amina: Person
) -> None:
    assert "Would you tell us a little about yourself?" in await reaches_the_offer(amina)
    assert OFFER in amina.labels
    await amina.taps("No thanks")
    assert "We won't ask again" in amina.toast
    receipt = next(m for m in amina.phone.messages if "Your receipt" in m.text)
    amina.phone.tap("Change my answers", receipt)
    await amina.settles()
    for _ in range(8):
        if "Your receipt" in amina.sees:
            break
        await amina.taps("Next" if "Next" in amina.labels else "Done")
    assert "Your receipt" in amina.sees
    assert OFFER not in amina.labels


async def test_whoever_skips_everything_is_not_asked(asking: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    while "Skip" in amina.labels:
        await amina.taps("Skip")
    assert OFFER not in amina.labels


async def test_the_law_the_policy_and_the_day_come_before_the_first_question(
    asking: Neighbourhood, amina: Person
) -> None:
    receipt = await answers_all(amina)
    await amina.taps("Up to three")
    said = await amina.taps(OFFER)
    assert "Data Protection Act 2018, Schedule 1, paragraph 8" in said
    assert "Appropriate policy document, 2022" in said
    assert "https://council.example/policy" in said
    assert "We never count it by ward" in said
    assert "We delete it by 1 April 2023." in said
    assert "only if you are 16 or over" in said
    # The receipt stays in the chat.
    assert any(m.text == receipt for m in amina.phone.messages)


async def test_who_is_under_16_is_asked_nothing_and_nothing_is_kept(
    asking: Neighbourhood, amina: Person
) -> None:
    await reaches_the_offer(amina)
    await amina.taps(OFFER)
    assert "So we've kept nothing." in await amina.taps("No, I'm younger")
    assert amina.phone.last is not None
    assert amina.phone.last.buttons == []
    assert await kept(asking) == {}
    (one,) = await rows(asking, "SELECT * FROM contacts WHERE resident_id IS NOT NULL")
    assert 16 not in one


async def test_a_council_for_16_and_over_asks_no_age_again(
    asking: Neighbourhood, amina: Person
) -> None:
    asks_equality(asking, minimum_age=16)
    await reaches_the_offer(amina)
    await amina.taps(OFFER)
    assert "Yes, I'm 16 or over" not in amina.labels
    assert "Which age group are you in?" in await amina.taps("Go on")


async def test_all_of_it_by_tapping(asking: Neighbourhood, amina: Person) -> None:
    assert "1 of 5\nWhich age group are you in?" in await begins(amina)
    assert "2 of 5\nWhat is your sex?" in await amina.taps("35 to 49")
    assert "lasting or expected to last for 12 months" in await amina.taps("Female")
    assert "3 of 5\nDoes your condition or illness" in await amina.taps("Yes")
    assert "4 of 5\nWhat is your ethnic group?" in await amina.taps("Yes, a little")
    assert "5 of 5\nWhat is your religion?" in await amina.taps("3")
    assert "Thank you. That was all." in await amina.taps("6")
    assert await kept(asking) == {
        "age": "from_35",
        "sex": "female",
        "health": "yes",
        "activities": "a_little",
        "ethnic_group": "asian",
        "religion": "muslim",
    }
    said = await amina.taps("See what I said")
    assert "Age: 35 to 49" in said
    assert "Religion: Muslim" in said


async def test_without_a_condition_nobody_is_asked_what_it_reduces(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    await amina.taps("Male")
    assert "What is your ethnic group?" in await amina.taps("No")


async def test_a_condition_taken_back_takes_what_hung_on_it(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    for words in ("30", "male", "yes", "Yes, a lot"):
        await amina.types(words)
    await amina.types("/about_me")
    await amina.taps("Answer the five questions again")
    await amina.taps("Yes, I'm 16 or over")
    for words in ("skip", "skip", "prefer not to say"):
        await amina.types(words)
    assert await kept(asking) == {"age": "from_25", "sex": "male", "health": "not_said"}


async def test_every_question_can_be_skipped_and_then_nothing_is_kept(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    for _ in range(5):
        await amina.taps("Skip")
    assert "We've kept nothing." in amina.sees
    assert await kept(asking) == {}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("2", "from_25"), ("25 to 34", "from_25"), ("25-34", "from_25"), ("30", "from_25"),
        ("I'm 80", "from_75"), ("16", "from_16"), ("75 or over", "from_75"),
        ("Prefer not to say", "not_said"), ("prefer not", "not_said"), ("7", "not_said"),
        ("wolę nie odpowiadać", "not_said"),
    ],
)  # fmt: skip
async def test_an_age_is_typed(
    asking: Neighbourhood, amina: Person, typed: str, answer: str
) -> None:
    await begins(amina)
    assert "2 of 5" in await amina.types(typed)
    assert await kept(asking) == {"age": answer}


@pytest.mark.parametrize("typed", ["yes", "I'm 16", "42", "1", "Yes, I'm 16 or over"])
async def test_being_old_enough_is_typed(asking: Neighbourhood, amina: Person, typed: str) -> None:
    await reaches_the_offer(amina)
    await amina.taps(OFFER)
    assert "Which age group are you in?" in await amina.types(typed)


@pytest.mark.parametrize("typed", ["no", "15", "I am 14", "2", "No, I'm younger"])
async def test_being_too_young_is_typed(asking: Neighbourhood, amina: Person, typed: str) -> None:
    await reaches_the_offer(amina)
    await amina.taps(OFFER)
    assert "So we've kept nothing." in await amina.types(typed)


async def test_the_offer_is_declined_and_accepted_in_words(
    asking: Neighbourhood, amina: Person
) -> None:
    await reaches_the_offer(amina)
    assert "We won't ask again." in await amina.types("no thanks")
    assert "Five questions about you" in await amina.types("Answer five optional questions")


async def test_a_plain_yes_below_the_receipt_begins(asking: Neighbourhood, amina: Person) -> None:
    await reaches_the_offer(amina)
    assert "Five questions about you" in await amina.types("yes")


async def test_nobody_is_offered_them_who_is_leaving(asking: Neighbourhood, amina: Person) -> None:
    await amina.taps("Answer now")
    for label in ("Streets", "Messages", "Done", "4"):
        await amina.taps(label)
    await amina.types("/forget")
    await amina.taps("When it closes")
    await amina.taps("Skip")
    assert amina.said_by_bot("Your receipt") == 1
    assert "Change my answers" in amina.labels
    assert OFFER not in amina.labels


async def test_the_privacy_notice_says_that_people_may_be_asked(asking: Neighbourhood) -> None:
    stranger = asking.stranger()
    await stranger.start()
    said = await stranger.taps("More about privacy")
    assert "What you say is deleted six months after those questions close." in said


@pytest.mark.parametrize(
    "typed", ["I have epilepsy and go to the mosque", "why?", "99", "HP12 3HP", "buses"]
)
async def test_what_is_no_answer_is_kept_nowhere_and_offered_as_nothing(
    asking: Neighbourhood, amina: Person, typed: str
) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    assert "We've kept nothing of that." in await amina.types(typed)
    assert await kept(asking) == {"age": "from_35"}
    for table in ("comments", "complaints", "drafts", "answer_history"):
        assert typed not in str(await rows(asking, f"SELECT * FROM {table}"))
    assert "3 of 5" in await amina.types("2")


async def test_words_of_danger_come_first(asking: Neighbourhood, amina: Person) -> None:
    await begins(amina)
    said = await amina.types("My husband hits me and I want to die")
    assert "We've kept nothing of that." not in said
    assert "999" in said


async def test_stop_using_this_deletes_at_once_and_says_so(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    said = await amina.taps("Stop using this")
    assert "We've deleted what you said about yourself, and don't use it any more." in said
    assert await kept(asking) == {}
    assert await rows(asking, "SELECT count(*) FROM responses") == [(1,)]
    assert "You've told us nothing about yourself" in await amina.types("/about_me")


@pytest.mark.parametrize("typed", ["stop using this", "Stop using it.", "/about_me"])
async def test_stop_using_this_is_typed_anywhere(
    asking: Neighbourhood, amina: Person, typed: str
) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    await amina.types("/news")
    await amina.types(typed)
    if typed == "/about_me":
        await amina.types("Stop using this")
    assert "We've deleted what you said about yourself" in amina.sees
    assert await kept(asking) == {}
    assert "nothing to delete" in await amina.types("stop using this")


async def test_about_me_is_asked_for_in_words(asking: Neighbourhood, amina: Person) -> None:
    await reaches_the_offer(amina)
    assert "You've told us nothing about yourself" in await amina.types("about me")
    assert OFFER in amina.labels


async def test_at_a_question_in_own_words_these_are_its_answer(
    asking: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for label in ("Streets", "Messages", "Done", "4"):
        await amina.taps(label)
    assert "All 4 answers are saved" in await amina.types("Stop using this.")


async def test_a_legal_hold_stops_nobody_from_having_it_deleted(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    service = asking.stage.service
    await service.batcher.run(lambda tx: legal_hold.hold(tx, service.world, "case 7"))
    await amina.taps("Stop using this")
    assert await kept(asking) == {}


async def test_forget_says_so_and_takes_it_along(asking: Neighbourhood, amina: Person) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    assert "What you said about yourself goes too." in await amina.types("/forget")
    await amina.taps("Now")
    assert await kept(asking) == {}


async def test_it_is_forgotten_also_where_the_answers_stay(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    await asking.closes()
    await amina.types("/forget")
    await amina.taps("Yes, forget me")
    assert await rows(asking, "SELECT count(*) FROM responses") == [(1,)]
    assert await kept(asking) == {}


async def test_mydata_has_it_in_words(asking: Neighbourhood, amina: Person) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    await amina.taps("Prefer not to say")
    await amina.types("/mydata")
    page = next(m.document for m in reversed(amina.phone.messages) if m.document)
    readable, _, program = page.content.decode().partition("<pre")
    assert "What you said about yourself" in readable
    assert "<dd>35 to 49</dd>" in readable
    assert "<dd>Prefer not to say</dd>" in readable
    assert "from_35" not in readable
    assert "equality_answers" in program


async def test_once_the_results_are_out_nothing_is_added(
    asking: Neighbourhood, amina: Person
) -> None:
    await begins(amina)
    old = amina.phone.keyboard_message
    await asking.closes()
    assert old is not None
    amina.phone.forge(f"ec:{code(asking)}:0:1", old)
    await amina.settles()
    assert await kept(asking) == {}
    assert "until we have counted them" in await amina.types("/about_me")
    assert amina.phone.last is not None
    assert amina.phone.last.buttons == []


async def test_a_button_that_we_never_made_keeps_nothing(
    asking: Neighbourhood, amina: Person
) -> None:
    """Nor does one of somebody who has answered nothing yet."""
    one = code(asking)
    for data in (f"ec:{one}:0:1", f"eb:{one}", f"eo:{one}:1", f"es:{one}:0", "eb:zzz"):
        amina.phone.forge(data)
        await amina.settles()
        assert "too old" in amina.toast or "no longer" in amina.toast, amina.toast
    await begins(amina)
    for data in (f"ec:{one}:9:1", f"ec:{one}:0:9", f"ec:{one}:3:1", "ec:zzz:0:1"):
        amina.phone.forge(data)
        await amina.settles()
    assert await kept(asking) == {}


async def test_it_is_gone_six_months_after_the_close(asking: Neighbourhood, amina: Person) -> None:
    await begins(amina)
    await amina.taps("35 to 49")
    closes = asking.library.consultations["local-priorities"].closes_at
    await asking.leap(closes + EQUALITY_KEPT - timedelta(hours=2))
    assert await kept(asking) == {"age": "from_35"}
    await asking.leap(closes + EQUALITY_KEPT + timedelta(days=1, hours=2))
    assert await kept(asking) == {}


async def test_in_urdu(asking: Neighbourhood, amina: Person) -> None:
    await amina.types("/language ur")
    await amina.types("/consultations")
    await amina.taps("ابھی جواب دیں")
    for words in ("3", "1", "ہو گیا", "4", "مزید بتیاں", "صرف سوال"):
        await amina.types(words)
    await amina.types("پانچ اختیاری سوالوں کے جواب دیں")
    assert "وارڈ کے حساب سے ان کی گنتی کبھی نہیں ہوتی" in amina.sees
    assert "آپ کس عمر کے گروپ میں ہیں؟" in await amina.types("جی ہاں")
    assert "آپ کی جنس کیا ہے؟" in await amina.types("۳۰")
    await amina.types("عورت")
    assert "آپ کا نسلی گروہ کیا ہے؟" in await amina.types("جی نہیں")
    await amina.types("بتانا نہیں چاہتے")
    await amina.types("کوئی مذہب نہیں")
    assert await kept(asking) == {
        "age": "from_25",
        "sex": "female",
        "health": "no",
        "ethnic_group": "not_said",
        "religion": "none",
    }
    assert "عمر: 25 سے 34 سال" in re.sub("[\u2066-\u2069]", "", await amina.types("/about_me"))
    await amina.types("اس کا استعمال بند کریں")
    assert "مٹا دیا گیا ہے" in amina.sees
    assert await kept(asking) == {}


async def test_in_polish(asking: Neighbourhood, amina: Person) -> None:
    await begins(amina)
    await amina.types("/language pl")
    await amina.types("/about_me")
    await amina.taps("Odpowiedz na pięć")
    assert "Do której grupy wiekowej należysz?" in await amina.types("tak")
    assert "Jaka jest Twoja płeć?" in await amina.types("od 35 do 49 lat")
    await amina.types("kobieta")
    await amina.types("wolę nie odpowiadać")
    assert "Usunęliśmy to, co mówisz o sobie" in await amina.types("przestańcie tego używać")
    assert await kept(asking) == {}


async def test_someone_else_on_the_phone_is_not_offered_them(asking: Neighbourhood) -> None:
    """What they say would be kept with a chat that the phone's owner reads."""
    amina = await household(asking)
    receipt = await second_answers(amina)
    assert "Person 2 is answering" in receipt
    assert "Would you tell us a little about yourself?" not in receipt
    assert OFFER not in amina.labels


async def test_a_receipt_asks_one_thing_at_a_time(asking: Neighbourhood, amina: Person) -> None:
    receipt = await answers_all(amina)
    assert "How many messages a week" in receipt
    assert "a little about yourself" not in receipt
    assert OFFER not in amina.labels
    said = await amina.taps("One a week")
    assert "one message a week at most" in said
    assert "Would you tell us a little about yourself?" in said
    assert "Five questions about you" in await amina.types("yes")


async def test_who_leaves_open_how_many_messages_is_offered_them_below_the_next_receipt(
    asking: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await amina.taps("Change my answers")
    while "Your receipt" not in amina.sees:
        await amina.taps("Next" if "Next" in amina.labels else "Done")
    assert OFFER in amina.labels
    assert "How many messages a week" not in amina.sees


@pytest.fixture
async def chosen(asking: Neighbourhood, amina: Person) -> Person:
    """Amina, at the last question, who has said how many messages she wants."""
    await amina.types("/news")
    await amina.taps("Only questions")
    await amina.types("/consultations")
    await amina.taps("Answer now")
    for label in ("Streets", "Messages", "Done", "4"):
        await amina.taps(label)
    return amina


@pytest.mark.parametrize("taps", [1, 2, 3])
async def test_quick_taps_on_the_last_answer_keep_the_offer(chosen: Person, taps: int) -> None:
    shown = chosen.phone.keyboard_message
    for _ in range(taps):
        chosen.phone.tap("Skip", shown)
    await chosen.settles()
    assert "Your receipt" in chosen.sees
    assert OFFER in chosen.labels


async def test_a_receipt_that_is_sent_again_has_the_offer(
    asking: Neighbourhood, chosen: Person
) -> None:
    asking.stage.emulator.faults.next("editMessageText", Status(500, "Internal"))
    await chosen.taps("Skip")
    assert OFFER in chosen.labels


@pytest.fixture
async def short(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """Amina, who has answered the short form, and has the offer below its receipt."""
    await asks(hood, tmp_path)
    asks_equality(hood)
    await amina.types("/news")
    await amina.taps("Only questions")
    await to_the_choice(amina)
    for label in ("About 1 minute", "Yes", "No"):
        await amina.taps(label)
    assert OFFER in amina.labels
    return amina


async def goes_on(person: Person) -> None:
    """Go on after the short form, up to the last question."""
    person.phone.tap("Go on", next(m for m in person.phone.messages if "Your receipt" in m.text))
    await person.settles()
    for _ in range(3):
        await person.taps("Skip")


async def test_who_goes_on_after_a_short_form_has_the_offer_once_more(short: Person) -> None:
    await goes_on(short)
    assert "nothing about yourself" in await short.types("/about_me")
    assert OFFER in short.labels
    assert "Your receipt" in await short.types("skip")
    assert OFFER in short.labels
    await short.taps("Change my answers")
    while "Your receipt" not in short.sees:
        await short.taps("Skip" if "Skip" in short.labels else "Next")
    assert OFFER not in short.labels


@pytest.mark.parametrize("taps", [1, 2, 3])
async def test_quick_taps_keep_the_offer_after_a_short_form_too(short: Person, taps: int) -> None:
    await goes_on(short)
    shown = short.phone.keyboard_message
    for _ in range(taps):
        short.phone.tap("Skip", shown)
    await short.settles()
    assert "Your receipt" in short.sees
    assert OFFER in short.labels


@pytest.mark.parametrize("decides", ["No thanks", OFFER])
async def test_who_has_decided_below_a_short_form_is_not_asked_again(
    short: Person, decides: str
) -> None:
    await short.taps(decides)
    await goes_on(short)
    assert "Your receipt" in await short.taps("Skip")
    assert OFFER not in short.labels


@pytest.fixture
async def asked(asking: Neighbourhood, chosen: Person) -> Person:
    """Amina, at the first of the five questions."""
    await chosen.types("More lamps, please")
    await chosen.taps(OFFER)
    await chosen.taps("Yes, I'm 16 or over")
    return chosen


async def edits_her_words(person: Person) -> str:
    """She edits an answer that she gave before; return the receipt."""
    mine = next(m for m in person.phone.messages if m.text == "More lamps, please")
    person.phone.edit_text(mine.message_id, "More lamps and benches")
    await person.settles()
    return next(m.text for m in reversed(person.from_bot) if "Your receipt" in m.text)


async def test_after_an_edit_of_an_answer_the_question_is_asked_again(
    asking: Neighbourhood, asked: Person
) -> None:
    await asked.taps("35 to 49")
    await asked.taps("Female")
    assert "We've changed your answer" in await edits_her_words(asked)
    assert "3 of 5" in asked.sees
    assert "We've kept nothing of that." in await asked.types("asthma")
    for table in ("comments", "drafts", "answers", "answer_history"):
        assert "asthma" not in str(await rows(asking, f"SELECT * FROM {table}"))
    assert "3 of 5" in await asked.types("yes")


async def test_after_an_edit_their_age_is_asked_again(asking: Neighbourhood, asked: Person) -> None:
    await asked.types("/about_me")
    await asked.taps(OFFER)
    await edits_her_words(asked)
    assert "only if you are 16 or over" in asked.sees
    assert "1 of 5" in await asked.types("yes")


async def test_after_an_edit_nothing_is_asked_that_is_no_more(
    asking: Neighbourhood, asked: Person
) -> None:
    council = asking.library.council.model_copy(update={"equality_questions": None})
    world = asking.stage.service.world
    world.renew(replace(world.library, council=council), world.loaded)
    await edits_her_words(asked)
    assert "Your receipt" in asked.sees


@pytest.fixture
async def spoken(asking: Neighbourhood, chosen: Person) -> Person:
    """Amina, at the first of the five questions. The voice note that she answered the last question
    with can't be fetched."""
    broken = Status(400, "Bad Request: wrong file_id")
    asking.stage.emulator.faults.next("getFile", broken, times=99)
    chosen.phone.send_voice(Voice(recording(7), 7))
    await chosen.settles()
    await chosen.taps(OFFER)
    await chosen.taps("Yes, I'm 16 or over")
    return chosen


async def hours(hood: Neighbourhood, number: int = 20) -> None:
    """So many hours pass."""
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=number))


async def test_below_the_notice_of_a_lost_voice_note_the_question_is_asked_again(
    asking: Neighbourhood, spoken: Person
) -> None:
    await spoken.taps("35 to 49")
    await spoken.taps("Female")
    await hours(asking)
    assert "We couldn't get your voice note" in spoken.sees
    assert "3 of 5" in spoken.sees
    assert "We've kept nothing of that." in await spoken.types("asthma")
    for table in ("comments", "drafts", "answers", "answer_history"):
        assert "asthma" not in str(await rows(asking, f"SELECT * FROM {table}"))
    assert "Does your condition or illness" in await spoken.types("yes")
    assert await rows(asking, "SELECT position FROM responses") == [(None,)]


async def test_below_that_notice_their_age_is_asked_again(
    asking: Neighbourhood, spoken: Person
) -> None:
    await spoken.types("/about_me")
    await spoken.taps(OFFER)
    await hours(asking)
    assert "We couldn't get your voice note" in spoken.sees
    assert "only if you are 16 or over" in spoken.sees
    assert "1 of 5" in await spoken.types("yes")


async def test_what_was_lost_is_asked_again_once_they_are_through(
    asking: Neighbourhood, spoken: Person
) -> None:
    for _ in range(5):
        await spoken.taps("Skip")
    await hours(asking)
    assert "4 of 4" in spoken.sees


async def test_after_an_outage_the_question_is_asked_again(
    asking: Neighbourhood, asked: Person
) -> None:
    """An older one was, below it: words about health could have become its answer."""
    await asked.types("/mine")
    await asked.taps(next(label for label in asked.labels if label.startswith("Change: ")))
    await asked.types("/about_me")
    await asked.taps(OFFER)
    await asked.taps("Yes, I'm 16 or over")
    service, chat = asking.stage.service, asked.phone.user_id

    async def look(tx: Transaction) -> object:
        return await here(tx, service.world, await identify.recognise(tx, service.world, chat))

    assert isinstance(await service.batcher.run(look), EqualityStep)
