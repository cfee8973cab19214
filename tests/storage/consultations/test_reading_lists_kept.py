"""What is kept of a reading list, how long, and what leaves it at once."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update
from storage_callers import settled_in
from storage_neighbours import AMINA, BEN, NOW, OFFICER, Neighbour, move_in, take_post

from content.schema.consultation import QuestionKind
from engagement.consultations.reading import SubmissionKind, TextKind, order_of, same_words
from engagement.operations.retention import READINGS_KEPT, WORDS_KEPT
from engagement.staff.rights import Role
from storage.consultations import (
    answers,
    answers_retention,
    comments,
    listed_texts,
    new_texts,
    reading_list,
    reading_marks,
    responses,
    submissions,
)
from storage.consultations.new_texts import Group, NewText
from storage.consultations.reading_marks import Translation
from storage.consultations.submissions import Submission
from storage.staff import members
from usecases.consultations import listing
from usecases.operations import legal_hold, retention

SECOND = timedelta(seconds=1)
OLGA = Neighbour(900_002)
SLUG = "local-priorities"
LAMPS, NUMBER = "More lamps", 4711


@pytest.fixture
async def here(database, world):
    here = await settled_in(database, world)
    async with database.write() as tx:
        await take_post(tx, OLGA, OFFICER, Role.OFFICER, wards=())
    return here


def question(world):
    asked = world.library.consultations[SLUG].questions
    return next(q for q in asked if q.kind is QuestionKind.TEXT)


async def writes(tx, world, who, text=LAMPS):
    await move_in(tx, who)
    published = world.loaded.consultations[SLUG]
    await responses.begin(
        tx,
        resident=who.resident,
        consultation=SLUG,
        ward="E05013120",
        vintage=2022,
        version_id=published.version_id,
        position=question(world).key,
        receipt=f"R{who.number}",
        now=NOW,
    )
    await answers_again(tx, world, who, text, replaces=False)


async def answers_again(tx, world, who, text, *, replaces=True):
    await answers.save(
        tx,
        resident=who.resident,
        consultation=SLUG,
        ward="E05013120",
        question=question(world),
        value=text,
        replaces=replaces,
        version_id=world.loaded.consultations[SLUG].version_id,
        now=NOW,
    )


async def lists(tx, world, *who, text=LAMPS, number=NUMBER):
    """Put what these people wrote on the list, as one text, and have it read, filed, translated."""
    key = question(world).key
    group = Group(number, key, TextKind.ANSWER, same_words(text), "en", is_changed=False)
    await new_texts.add_groups(tx, SLUG, [group], NOW)
    texts = [NewText(one.resident, key, 0, text) for one in who]
    await new_texts.add_writers(tx, SLUG, dict.fromkeys(texts, number))
    await marks(tx, number)


async def marks(tx, number):
    await reading_marks.mark_read(tx, number, OFFICER, NOW)
    theme = await reading_marks.add_theme(tx, SLUG, "Lamps", OFFICER, NOW)
    await reading_marks.file_under(tx, number, theme, OFFICER, NOW)
    await reading_marks.attach_translation(tx, number, Translation("pl", "Lampy", OFFICER), NOW)


async def count(tx, table):
    return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


async def left(tx):
    """The rows of each table, by its name."""
    return {
        table.name: await count(tx, table)
        for table in (
            listed_texts.listed_texts,
            listed_texts.text_writers,
            listed_texts.text_translations,
            reading_marks.text_readings,
            reading_marks.text_filings,
            reading_marks.reading_themes,
        )
    }


EVERYTHING = {
    "listed_texts": 1,
    "text_writers": 1,
    "text_translations": 1,
    "text_readings": 1,
    "text_filings": 1,
    "reading_themes": 1,
}
WITHOUT_WORDS = {**EVERYTHING, "text_writers": 0, "text_translations": 0}


async def is_emptied(tx):
    found = (await tx.execute(select(listed_texts.listed_texts))).one()
    return found.same_words is None and not found.is_there


async def test_words_that_their_author_deletes_leave_nothing_but_that_they_were_read(
    database, here
):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
        await answers_retention.empty_words(tx, AMINA.resident, {SLUG: [question(here).key]})
        assert await left(tx) == WITHOUT_WORDS
        assert await is_emptied(tx)


async def test_a_response_that_is_taken_back_takes_its_texts_along(database, here):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
        await answers_retention.take_back(tx, AMINA.resident, [SLUG])
        assert await left(tx) == WITHOUT_WORDS


async def test_the_same_words_of_somebody_else_stay(database, here):
    async with database.write() as tx:
        for who in (AMINA, BEN):
            await writes(tx, here, who)
        await lists(tx, here, AMINA, BEN)
        await answers_retention.empty_words(tx, AMINA.resident, {SLUG: [question(here).key]})
        assert await left(tx) == EVERYTHING
        found = await reading_list.listed_text(tx, NUMBER)
        assert await reading_list.words_of(tx, [found]) == {NUMBER: LAMPS}


async def test_a_changed_answer_waits_and_is_known_to_have_been_read(database, here):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
        await answers_again(tx, here, AMINA, "Fewer lamps")
        assert await is_emptied(tx)
        [new] = await new_texts.new_texts(tx, SLUG, [question(here).key], before=None, most=10)
        assert (new.text, new.was_read) == ("Fewer lamps", True)


async def test_an_answer_of_a_branch_that_was_left_is_off_the_list(database, here):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
        await answers.set_aside(tx, AMINA.resident, SLUG, question(here).key)
        assert await left(tx) == WITHOUT_WORDS


async def test_a_comment_that_is_deleted_leaves_the_list(database, here):
    key = question(here).key
    async with database.write() as tx:
        await writes(tx, here, AMINA, text="")
        about = {"resident": AMINA.resident, "consultation": SLUG, "question": key}
        await comments.add_comment(tx, **about, text=LAMPS, now=NOW)
        [new] = await new_texts.new_texts(tx, SLUG, [key], before=None, most=10)
        group = Group(NUMBER, key, new.kind, same_words(LAMPS), "en", is_changed=False)
        await new_texts.add_groups(tx, SLUG, [group], NOW)
        await new_texts.add_writers(tx, SLUG, {new: NUMBER})
        assert await new_texts.new_texts(tx, SLUG, [key], before=None, most=10) == []
        await comments.delete_comment(tx, AMINA.resident, new.comment)
        assert await is_emptied(tx)


def decision_day(world):
    last = world.library.consultations[SLUG].last_date
    return datetime.combine(last, time.max, NOW.tzinfo)


async def tidy_at(database, world, clock, moment):
    clock.passes(moment - clock.now())
    async with database.write() as tx:
        await retention.tidy(tx, world)


@pytest.mark.parametrize(("later", "kept"), [(timedelta(0), EVERYTHING), (SECOND, WITHOUT_WORDS)])
async def test_texts_leave_the_list_with_the_words_a_year_after_the_decision(
    database, here, clock, later, kept
):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
    await tidy_at(database, here, clock, decision_day(here) + WORDS_KEPT + later)
    async with database.read() as tx:
        assert await left(tx) == kept


@pytest.mark.parametrize(("later", "kept"), [(timedelta(0), 1), (SECOND, 0)])
async def test_who_read_what_is_kept_for_six_years(database, here, clock, later, kept):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
    await tidy_at(database, here, clock, NOW + READINGS_KEPT + later)
    async with database.read() as tx:
        found = await left(tx)
    assert found == {name: kept if WITHOUT_WORDS[name] else 0 for name in WITHOUT_WORDS}


async def test_a_legal_hold_keeps_all_of_it(database, here, clock):
    async with database.write() as tx:
        await writes(tx, here, AMINA)
        await lists(tx, here, AMINA)
        await enters(tx)
        await legal_hold.hold(tx, here, "case 2026-114")
    await tidy_at(database, here, clock, NOW + 2 * READINGS_KEPT)
    async with database.read() as tx:
        assert await left(tx) == {**EVERYTHING, "listed_texts": 2}
        assert [one.text for one in await submissions.submissions_to(tx, SLUG)] == [LAMPS]


async def enters(tx, number=NUMBER + 1):
    group = Group(number, "", TextKind.SUBMISSION, str(number), "en", is_changed=False)
    await new_texts.add_groups(tx, SLUG, [group], NOW)
    made = Submission(
        consultation=SLUG,
        kind=SubmissionKind.LETTER,
        sender="A shop",
        received_on=date(2022, 9, 6),
        signatures=None,
        text=LAMPS,
        is_summary=False,
        same_words=same_words(LAMPS),
        number=number,
        entered_by=OFFICER,
        entered_at=NOW,
    )
    await submissions.add_submission(tx, made)


@pytest.mark.parametrize(("later", "words"), [(timedelta(0), LAMPS), (SECOND, "")])
async def test_the_words_of_a_submission_go_a_year_after_the_decision(
    database, here, clock, later, words
):
    async with database.write() as tx:
        await enters(tx)
    await tidy_at(database, here, clock, decision_day(here) + WORDS_KEPT + later)
    async with database.read() as tx:
        found = await submissions.submission_of(tx, NUMBER + 1)
        assert (found.text, found.sender, found.kind) == (
            words,
            "A shop" if words else "",
            SubmissionKind.LETTER,
        )
        assert (await reading_list.listed_text(tx, NUMBER + 1)).is_there is bool(words)


@pytest.mark.parametrize(("later", "kept"), [(timedelta(0), 1), (SECOND, 0)])
async def test_what_is_left_of_a_submission_goes_after_six_years(
    database, here, clock, later, kept
):
    async with database.write() as tx:
        await enters(tx)
    await tidy_at(database, here, clock, NOW + READINGS_KEPT + later)
    async with database.read() as tx:
        assert await count(tx, submissions.submissions) == kept
        assert await count(tx, listed_texts.listed_texts) == kept


async def test_the_languages_of_staff_go_with_their_role(database, here, clock):
    async with database.write() as tx:
        await reading_marks.note_language(tx, OFFICER, "ur", reads=True)
    await tidy_at(database, here, clock, NOW + timedelta(days=1))
    async with database.write() as tx:
        assert await reading_marks.languages_of(tx, OFFICER) == {"ur"}
        await members.end_role(tx, OLGA.contact, NOW)
    await tidy_at(database, here, clock, NOW + timedelta(days=2))
    async with database.read() as tx:
        assert await reading_marks.languages_of(tx, OFFICER) == set()


LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("hour", "minute", "written", "listed"),
    [
        (3, 0, (1, 59), 10),
        (3, 0, (2, 1), 0),  # anyone who looked at half past two knows that they weren't there
        (1, 0, (0, 30), 0),
        (5, 0, (1, 59), 0),
    ],
)
async def test_what_was_written_before_a_night_appears_in_it(
    database, here, clock, hour, minute, written, listed
):
    open_on = here.library.consultations[SLUG].opens_at.astimezone(LONDON) + timedelta(days=1)
    clock.passes(open_on.replace(hour=hour, minute=minute) - clock.now())
    at = open_on.replace(hour=written[0], minute=written[1])
    async with database.write() as tx:
        for number in range(10):
            await writes(tx, here, Neighbour(number), f"Text {number}")
        await tx.execute(update(answers.answers).values(answered_at=at))
        await listing.list_new_texts(tx, here)
        assert await count(tx, listed_texts.listed_texts) == listed


async def test_more_texts_of_a_night_wait_for_the_next_though_they_are_old(database, here, clock):
    """A change that waits would otherwise come in a second batch, alone."""
    open_on = here.library.consultations[SLUG].opens_at.astimezone(LONDON) + timedelta(days=1)
    clock.passes(open_on.replace(hour=2, minute=30) - clock.now())
    before = open_on.replace(hour=1)
    async with database.write() as tx:
        for number in range(20):
            await writes(tx, here, Neighbour(number), f"Text {number}")
            await tx.execute(update(answers.answers).values(answered_at=before))
            if number == 9:
                await listing.list_new_texts(tx, here)
        await listing.list_new_texts(tx, here)
        assert await count(tx, listed_texts.listed_texts) == 10


async def test_pages_hold_each_text_once_whatever_is_read_meanwhile(database, here):
    order, texts = order_of(OFFICER, SLUG), [f"Text {n}" for n in range(12)]
    async with database.write() as tx:
        for number, text in enumerate(texts, 1):
            who = Neighbour(number)
            await writes(tx, here, who, text)
            group = Group(
                number * 1_000_003, question(here).key, TextKind.ANSWER, same_words(text), "en",
                is_changed=False,
            )  # fmt: skip
            await new_texts.add_groups(tx, SLUG, [group], NOW)
            new = NewText(who.resident, question(here).key, 0, text)
            await new_texts.add_writers(tx, SLUG, {new: group.number})
        seen, after = [], 0
        while page := await reading_list.page_of_texts(
            tx, SLUG, order, read=False, after=after, most=5
        ):
            seen += (await reading_list.words_of(tx, page)).values()
            await reading_marks.mark_read(tx, page[0].number, OFFICER, NOW)
            after = order.place(page[-1].number)
        assert sorted(seen) == sorted(texts)
        assert seen != texts
