"""Someone else here wants to answer: several people on one phone, each with their own answers."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person, answers_all
from on_duty import HURT, named, reference
from one_phone import (
    BACK,
    SOMEONE_ELSE,
    household,
    rows,
    second_answers,
    second_joins,
    shares_phones,
)

from emulator import Voice, recording
from engagement.staff.rights import Role
from usecases.operations import legal_hold

WORDS = (
    "SELECT mode, value FROM answers JOIN responses USING (resident_id, consultation)"
    " WHERE question = 'own_words' ORDER BY mode"
)


async def test_a_second_person_answers_with_a_random_id_of_their_own(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    assert SOMEONE_ELSE in amina.labels
    receipt = await second_answers(amina)
    assert "Person 2 is answering" in receipt
    assert "Your receipt" in receipt
    found = await rows(hood, "SELECT resident_id, mode, receipt FROM responses ORDER BY mode")
    assert [mode for _, mode, _ in found] == ["chat", "shared phone"]
    assert len({resident for resident, _, _ in found}) == 2
    assert len({code for _, _, code in found}) == 2
    assert await rows(hood, WORDS) == [
        ("chat", '"More lamps, please"'),
        ("shared phone", '"Benches"'),
    ]


async def test_the_second_person_reads_whose_answers_these_are_and_who_can_see_them(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    said = await amina.taps(SOMEONE_ELSE)
    assert "Hello, person 2" in said
    assert "Your answers are yours" in said
    assert "The owner of this phone can read this chat" in said
    assert "You can live somewhere else" in said
    assert amina.labels[0] == "Start"
    assert amina.labels[-1] == BACK
    await amina.taps("More about privacy")
    assert "Person 2 is answering" in amina.sees
    assert "You answer on somebody else's phone" in amina.sees
    assert "/mydata" not in amina.sees


async def test_nothing_of_the_first_persons_is_shown_to_the_second(hood: Neighbourhood) -> None:
    amina = await household(hood)
    before = len(amina.from_bot)
    await second_joins(amina)
    await amina.taps("Answer now")
    assert not any("✓" in label or "✔" in label or "☑" in label for label in amina.labels)
    assert "Back" not in amina.labels
    await amina.taps("Jobs")
    await amina.taps("Back")
    assert "Back" not in amina.labels
    new = "\n".join(message.text for message in amina.from_bot[before:])
    assert "More lamps" not in new
    assert "Streets, parks" not in new


async def test_the_notice_age_and_ward_of_the_second_person_are_their_own(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina, "Chesham")
    found = await rows(hood, "SELECT reach, ward, notice, agreed_at FROM contacts ORDER BY reach")
    (one, home, *_), (two, elsewhere, notice, agreed) = found
    assert (one, two) == ("reachable", "shared")
    assert home != elsewhere
    assert notice
    assert agreed
    wards = await rows(hood, "SELECT mode, ward FROM responses ORDER BY mode")
    assert wards == [("chat", home), ("shared phone", elsewhere)]


async def test_of_a_second_person_under_13_nothing_is_kept(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps(SOMEONE_ELSE)
    await amina.taps("Start")
    said = await amina.taps("No")
    assert "we have kept nothing" in said
    assert await rows(hood, "SELECT * FROM guests") == []
    assert await rows(hood, "SELECT * FROM arrivals") == []
    assert await rows(hood, "SELECT answering FROM contacts") == [(None,)]
    assert "More lamps, please" in await amina.types("/mine")


async def test_a_fifth_person_is_refused_kindly_and_nothing_is_lost(hood: Neighbourhood) -> None:
    amina = await household(hood)
    for number in (2, 3, 4):
        said = await second_answers(amina, words=f"Words of {number}")
        assert f"Person {number} is answering" in said
    await amina.taps(SOMEONE_ELSE)
    refused = "\n".join([amina.toast, *(m.text for m in amina.from_bot[-2:])])
    assert "Up to 4 people can answer on one phone" in refused
    assert "All their answers are safe" in refused
    ways = hood.library.consultations["local-priorities"].other_ways
    assert ways is not None
    assert ways.say("en").split()[0] in refused
    assert await rows(hood, "SELECT count(*) FROM responses") == [(4,)]
    assert len(await hood.exported(await hood.officer())) == 4


async def test_who_has_not_answered_everything_lends_the_phone_to_nobody(
    hood: Neighbourhood, amina: Person
) -> None:
    shares_phones(hood)
    assert "Please answer first" in await amina.types("/another")
    await amina.taps("Answer now")
    await amina.taps("Streets")
    assert "Please answer first" in await amina.types("/another")


@pytest.mark.parametrize(
    "said", ["/another", "Someone else here wants to answer", "someone else wants to answer!"]
)
async def test_typing_begins_it_too(hood: Neighbourhood, said: str) -> None:
    amina = await household(hood)
    assert "Hello, person 2" in await amina.types(said)


async def test_handed_back_before_a_yes_nothing_is_kept(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps(SOMEONE_ELSE)
    await amina.taps("Start")
    assert "The owner has the phone again" in await amina.taps(BACK)
    assert await rows(hood, "SELECT * FROM guests") == []
    assert await rows(hood, "SELECT * FROM arrivals") == []


async def test_words_go_to_the_person_who_has_the_phone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types("A pond")
    await amina.taps(BACK)
    assert await rows(hood, WORDS) == [
        ("chat", '"More lamps, please"'),
        ("shared phone", '"A pond"'),
    ]


async def test_a_tap_is_for_the_person_whose_button_it_is(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps("Change my answers")
    hers = amina.phone.keyboard_message
    await second_joins_from(hood, amina)
    await amina.taps("Answer now")
    amina.phone.tap("Health", hers)
    assert "Only the owner of this phone can see or do that" in await amina.settles()
    await amina.taps("The owner of the phone")
    found = await rows(
        hood,
        "SELECT mode, option FROM chosen JOIN responses USING (resident_id)"
        " WHERE question = 'first_theme'",
    )
    assert found == [("chat", "health_and_wellbeing")]


async def second_joins_from(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/another")
    await amina.taps("Start")
    await amina.taps("Yes")
    await amina.types("HP12 3HP")


async def test_after_the_receipt_nobody_knows_whose_words_come_next(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    asked = await amina.types("And a swimming pool")
    assert "We don't know who has the phone now" in asked
    assert "swimming" not in str(await rows(hood, "SELECT * FROM comments"))
    assert amina.labels == ["Person 2 goes on", "The owner of the phone"]
    assert "The owner has the phone again" in await amina.types("the owner of the phone")
    await amina.types("And a swimming pool")
    assert "Person 2" not in amina.sees


async def test_after_half_an_hour_of_silence_it_is_asked_who_has_the_phone(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=31))
    assert "We don't know who has the phone now" in await amina.types("A pond")
    assert "Person 2 is answering" in await amina.taps("Person 2 goes on")
    await amina.types("A pond")
    assert ("shared phone", '"A pond"') in await rows(hood, WORDS)


@pytest.mark.parametrize("said", ["stop", "leave me alone"])
async def test_a_stop_word_stops_the_owners_messages(hood: Neighbourhood, said: str) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.types(said)
    reach = await rows(hood, "SELECT reach FROM contacts ORDER BY reach")
    assert reach == [("shared",), ("stopped",)]


async def test_after_a_stop_word_nobody_knows_whose_words_come_next(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    assert "Person 2 is answering" not in await amina.types("stop")
    assert "We don't know who has the phone now" in await amina.types("Jobs")


async def test_the_owners_answers_are_not_read_out_while_a_second_person_has_the_phone(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    asked = await amina.types("/mine")
    assert "You see only your own answers. Who has the phone?" in asked
    assert "More lamps" not in asked
    assert "More lamps" in await amina.taps("The owner of the phone")


async def test_the_second_person_changes_their_answers_from_the_owners_list(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps(BACK)
    said = await amina.types("/mine")
    assert "Benches" not in said
    await amina.taps("Person 2: change")
    assert "Only person 2 should go on" in amina.question
    assert "Benches" not in amina.question
    await amina.taps("I am person 2")
    assert "Person 2 is answering" in amina.question
    await amina.taps("Health")
    found = await rows(
        hood,
        "SELECT mode, option FROM chosen JOIN responses USING (resident_id)"
        " WHERE question = 'first_theme' ORDER BY mode",
    )
    assert found == [("chat", "public_realm"), ("shared phone", "health_and_wellbeing")]


async def test_one_persons_answers_are_taken_back_alone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina, words="Benches")
    await second_answers(amina, words="Trees")
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps("Person 2: change")
    await amina.taps("Delete person 2's answers")
    assert "This can't be undone" in amina.question
    await amina.taps("Yes, delete them")
    assert await rows(hood, WORDS) == [
        ("chat", '"More lamps, please"'),
        ("shared phone", '"Trees"'),
    ]
    assert await rows(hood, "SELECT number FROM guests") == [(3,)]
    assert "Person 2: change" not in (await amina.types("/mine"), *amina.labels)
    assert "Hello, person 2" in await amina.types("/another")


async def test_forget_takes_everybody_on_the_phone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps(BACK)
    asked = await amina.types("/forget")
    assert "1 other person answered on this phone. We forget them too." in asked
    await amina.taps("Now: take my answers back")
    for table in ("contacts", "guests", "answers", "chosen", "shown"):
        assert await rows(hood, f"SELECT * FROM {table}") == [], table


async def test_the_second_person_can_be_forgotten_alone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.taps("Jobs")
    assert "Person 2 is answering" in await amina.types("forget me")
    await amina.taps("Now: take my answers back")
    assert await rows(
        hood, "SELECT mode FROM responses JOIN answers USING (resident_id) GROUP BY mode"
    ) == [("chat",)]
    assert await rows(hood, "SELECT * FROM guests") == []
    assert "More lamps" in await amina.types("/mine")


async def test_at_the_close_the_link_is_cut_and_the_answers_stay(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert await rows(hood, "SELECT * FROM guests") == []
    assert await rows(hood, "SELECT reach FROM contacts") == [("reachable",)]
    assert ("shared phone", '"Benches"') in await rows(hood, WORDS)
    shown = await rows(
        hood, "SELECT count(*) FROM shown WHERE person NOT IN (SELECT id FROM contacts)"
    )
    assert shown == [(0,)]
    await amina.taps("Change my answers")
    assert "old" in amina.toast.lower()


async def test_a_legal_hold_keeps_the_link_until_its_end(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    batcher, world = hood.stage.service.batcher, hood.stage.service.world
    await batcher.run(lambda tx: legal_hold.hold(tx, world, "case 2026-114"))
    await hood.closes()
    assert await rows(hood, "SELECT number FROM guests") == [(2,)]
    await batcher.run(lambda tx: legal_hold.release(tx, world))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert await rows(hood, "SELECT number FROM guests") == []


async def test_an_edited_message_changes_the_answer_of_the_person_who_wrote_it(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    hers = next(m for m in amina.phone.messages if m.text == "More lamps, please")
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    amina.phone.edit_text(hers.message_id, "More lamps at the station")
    await amina.settles()
    assert await rows(hood, WORDS) == [("chat", '"More lamps at the station"')]
    # The newest thing in the chat is the owner's receipt now.
    assert "We don't know who has the phone now" in await amina.types("A pond")
    assert await rows(hood, WORDS) == [("chat", '"More lamps at the station"')]
    await amina.taps("Person 2 goes on")
    await amina.types("A pond")
    assert ("shared phone", '"A pond"') in await rows(hood, WORDS)


async def test_nothing_is_sent_to_the_second_person_by_itself(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps(BACK)
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=40))
    assert await rows(
        hood, "SELECT count(*) FROM deliveries WHERE contact_id NOT IN (SELECT id FROM contacts)"
    ) == [(0,)]


async def test_a_voice_note_is_the_answer_of_the_person_who_has_the_phone(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    amina.phone.send_voice(Voice(recording(7), 7))
    assert "Person 2 is answering" in await amina.settles()
    assert await rows(
        hood,
        "SELECT mode FROM voice_notes JOIN responses USING (resident_id, consultation)",
    ) == [("shared phone",)]


async def test_a_comment_is_kept_for_the_person_who_wrote_it(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.types("I would rather talk about buses")
    assert "Person 2 is answering" in amina.sees
    await amina.taps("Yes, keep it")
    assert await rows(
        hood, "SELECT mode, text FROM comments JOIN responses USING (resident_id, consultation)"
    ) == [("shared phone", "I would rather talk about buses")]
    await amina.taps(BACK)
    assert "buses" not in await amina.types("/mine")


async def test_words_of_danger_get_help_whoever_has_the_phone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    said = await amina.types("My husband hits me")
    first = next(m.text for m in reversed(amina.from_bot) if "999" in m.text)
    assert "999" in first.split("Person 2")[0]
    assert said


async def test_who_opens_an_alert_reads_that_several_people_share_the_phone(
    hood: Neighbourhood,
) -> None:
    """Nobody knows who wrote below the receipt of somebody else."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    amina = await household(hood)
    await second_answers(amina)
    await amina.types(HURT)
    assert "Several people answer on this phone" in await ruth.types(f"/open {reference(ruth)}")


def bare(text: str) -> str:
    """A text without the marks around what is put into a sentence that runs from the right."""
    return text.replace("\u2068", "").replace("\u2069", "")


async def test_words_that_ask_for_it_begin_it_in_urdu_and_the_banner_is_in_urdu(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await amina.types("/language")
    await amina.taps("اردو")
    said = await amina.types("یہاں کوئی اور جواب دینا چاہتا ہے")
    assert "شخص 2 جواب دے رہا ہے۔" in bare(said)
    assert "اس فون کا مالک یہ چیٹ پڑھ سکتا ہے" in said
    assert amina.labels[-1] == "فون واپس دیں"
    await amina.taps("شروع کریں")
    await amina.taps("جی ہاں")
    await amina.types("HP12 3HP")
    await amina.taps(amina.labels[0])
    await amina.taps(amina.labels[0])
    assert "شخص 2 جواب دے رہا ہے۔" in bare(amina.question)
    await amina.taps("فون واپس دیں")
    assert "فون پھر مالک کے پاس ہے" in amina.sees
    await amina.types("/mine")
    assert "شخص 2: بدلیں" in [bare(label) for label in amina.labels]
    assert await rows(hood, "SELECT mode, count(*) FROM responses GROUP BY mode") == [
        ("chat", 1),
        ("shared phone", 1),
    ]


async def test_words_that_ask_for_it_begin_it_in_polish(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.types("/language")
    await amina.taps("Polski")
    said = await amina.types("Ktoś inny chce odpowiedzieć")
    assert "Odpowiada osoba 2" in said
    assert "Oddaj telefon" in amina.labels


async def test_the_second_person_chooses_a_language_of_their_own(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps(SOMEONE_ELSE)
    said = await amina.taps("اردو")
    assert "شخص 2" in bare(said)
    await amina.taps("فون واپس دیں")
    assert "Person 2: change" not in amina.labels
    assert "Your answers" in await amina.types("/mine")


async def test_of_somebody_in_another_ward_nothing_is_asked(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina, "Beaconsfield")
    assert "not for your ward" in amina.sees
    assert amina.labels == [BACK]


async def test_the_labels_of_a_shared_phone_can_be_typed(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await amina.types("hand the phone back")
    await amina.types("/mine")
    await amina.types("Person 2: change")
    assert "Person 2 is answering" in await amina.types("I am person 2: change my answers")
    await amina.types("Hand the phone back")
    await amina.types("/mine")
    await amina.types("Person 2: change")
    await amina.types("Delete person 2's answers")
    assert "Deleted." in await amina.types("Yes, delete them")
    assert await rows(hood, "SELECT * FROM guests") == []


async def test_a_late_answer_of_the_second_person_is_kept_as_theirs(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.taps("Jobs")
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(minutes=2))
    await amina.taps("Messages")
    assert "Person 2 is answering" in amina.question
    assert await rows(
        hood, "SELECT mode FROM late_answers JOIN responses USING (resident_id, consultation)"
    ) == [("shared phone",)]


async def test_after_the_close_nobody_begins_on_somebody_elses_phone(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await hood.closes()
    await amina.taps(SOMEONE_ELSE)
    assert "has closed" in "".join([amina.toast, amina.sees])
    assert await rows(hood, "SELECT * FROM guests") == []


async def test_where_the_council_has_not_turned_it_on_one_person_answers_on_each_phone(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    assert SOMEONE_ELSE not in amina.labels
    assert "/another" not in await amina.types("/help")
    await amina.types("/another")
    assert "Here one person answers on each phone." in amina.sees + amina.toast
    assert await rows(hood, "SELECT * FROM guests") == []
