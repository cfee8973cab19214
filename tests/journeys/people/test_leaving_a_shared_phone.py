"""People who leave a phone that several share: what was promised to each of them is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from one_phone import BACK, household, rows, second_answers, second_joins
from raw_updates import message
from sqlalchemy import text

from storage.people import contacts
from usecases.operations import legal_hold
from usecases.people import leave
from usecases.people.identify import by_id
from usecases.people.leave import Forgotten
from usecases.world import Transaction

WORDS = (
    "SELECT mode, value FROM answers JOIN responses USING (resident_id, consultation)"
    " WHERE question = 'own_words' ORDER BY mode, value"
)
LATER, NO_WORDS = "When it closes", "Delete my words too"
LOWEST, HIGHEST = 1, 2**63 - 1


async def everybody_answered(hood: Neighbourhood) -> Person:
    """A phone on which four people have answered; its owner has it."""
    amina = await household(hood)
    for number in (2, 3, 4):
        await second_answers(amina, words=f"Words {number}")
    await amina.taps(BACK)
    return amina


async def owner_becomes(hood: Neighbourhood, number: int) -> None:
    """Give the owner of the phone this random id."""
    async with hood.stage.service.database.write() as tx:
        await tx.execute(text("PRAGMA defer_foreign_keys = ON"))
        for change in (
            "guests SET owner_id = :n",
            "drafts SET contact_id = :n WHERE contact_id IN"
            " (SELECT id FROM contacts WHERE reach = 'reachable')",
            "contacts SET id = :n WHERE reach = 'reachable'",
        ):
            await tx.execute(text(f"UPDATE {change}"), {"n": number})


async def forgotten_again(hood: Neighbourhood, listed: list[Forgotten]) -> int:
    """What is done at the start after a backup was restored."""
    service = hood.stage.service

    async def again(tx: Transaction) -> int:
        return await leave.forget_again(tx, service.world, listed)

    return await service.batcher.run(again)


@pytest.mark.parametrize("owner", [LOWEST, HIGHEST])
async def test_after_a_restore_everybody_who_was_forgotten_is_forgotten_again(
    hood: Neighbourhood, owner: int
) -> None:
    """Whichever random id is the smallest."""
    await everybody_answered(hood)
    await owner_becomes(hood, owner)
    ids = [int(str(number)) for (number,) in await rows(hood, "SELECT id FROM contacts")]
    listed = [Forgotten(number, ("local-priorities",), True) for number in ids]
    assert await forgotten_again(hood, listed) == 4
    assert await rows(hood, "SELECT * FROM responses") == []
    assert await rows(hood, "SELECT * FROM contacts") == []


async def test_after_a_restore_the_answers_stay_of_those_who_were_not_forgotten(
    hood: Neighbourhood,
) -> None:
    """Their links had been cut at the close before the owner left."""
    await everybody_answered(hood)
    found = await rows(hood, "SELECT id FROM contacts WHERE reach = 'reachable'")
    listed = [Forgotten(int(str(number)), ("local-priorities",)) for (number,) in found]
    assert await forgotten_again(hood, listed) == 1
    assert await rows(hood, WORDS) == [("shared phone", f'"Words {n}"') for n in (2, 3, 4)]
    assert await rows(hood, "SELECT * FROM contacts") == []


async def second_leaves_at_the_close(hood: Neighbourhood, *, without_words: bool = True) -> Person:
    """Person 2 answers, and is to be forgotten when the questions close. Person 3 only answers."""
    amina = await household(hood)
    await second_answers(amina, words="Trees")
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types("Benches")
    await amina.taps("Change my answers")
    await amina.types("I would rather talk about buses")
    await amina.taps("Yes, keep it")
    await amina.types("forget me")
    if without_words:
        await amina.taps(NO_WORDS)
    said = await amina.taps(LATER)
    assert "We will forget you when the questions close" in said
    assert 'Changed your mind? Type "forget me" again.' in said
    assert "/start" not in said
    return amina


async def closed(hood: Neighbourhood) -> None:
    """The questions close, and their results are released."""
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))


HERS, PERSON_2 = ("chat", '"More lamps, please"'), ("shared phone", '"Trees"')


async def test_who_leaves_at_the_close_without_their_words_has_none_left(
    hood: Neighbourhood,
) -> None:
    await second_leaves_at_the_close(hood)
    await closed(hood)
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '""'), PERSON_2]
    assert await rows(hood, "SELECT * FROM comments") == []
    assert await rows(hood, "SELECT * FROM guests") == []
    assert await rows(hood, "SELECT reach FROM contacts") == [("reachable",)]


async def test_who_leaves_at_the_close_with_their_words_leaves_them(hood: Neighbourhood) -> None:
    await second_leaves_at_the_close(hood, without_words=False)
    await closed(hood)
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '"Benches"'), PERSON_2]
    assert len(await rows(hood, "SELECT * FROM comments")) == 1
    assert await rows(hood, "SELECT * FROM leaving") == []


async def test_who_changes_their_mind_stays(hood: Neighbourhood) -> None:
    amina = await second_leaves_at_the_close(hood)
    await amina.types("forget me")
    assert "you're staying" in await amina.taps("No, I'm staying")
    await closed(hood)
    assert ("shared phone", '"Benches"') in await rows(hood, WORDS)


async def test_who_types_start_on_anothers_phone_stays_too(hood: Neighbourhood) -> None:
    amina = await second_leaves_at_the_close(hood)
    assert "you're staying" in await amina.types("start")
    assert await rows(hood, "SELECT * FROM leaving") == []
    assert sorted(await rows(hood, "SELECT reach FROM contacts")) == [
        ("reachable",),
        ("shared",),
        ("shared",),
    ]


async def test_during_a_legal_hold_their_words_wait_for_its_end(hood: Neighbourhood) -> None:
    """The owner of the phone waits too: without them the promise could not be kept."""
    amina = await second_leaves_at_the_close(hood)
    await amina.taps(BACK)
    await amina.types("/forget")
    await amina.taps(LATER)
    batcher, world = hood.stage.service.batcher, hood.stage.service.world
    await batcher.run(lambda tx: legal_hold.hold(tx, world, "case 2026-114"))
    await closed(hood)
    assert ("shared phone", '"Benches"') in await rows(hood, WORDS)
    assert await rows(hood, "SELECT without_words FROM leaving ORDER BY 1") == [(0,), (1,)]
    await batcher.run(lambda tx: legal_hold.release(tx, world))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    assert await rows(hood, WORDS) == [HERS, ("shared phone", '""'), PERSON_2]
    assert await rows(hood, "SELECT * FROM contacts") == []


async def test_when_the_owner_goes_at_the_close_the_words_of_the_others_stay(
    hood: Neighbourhood,
) -> None:
    """Also where not all links are cut before the owner's turn comes."""
    amina = await everybody_answered(hood)
    await amina.types("/forget")
    await amina.taps(NO_WORDS)
    await amina.taps(LATER)
    service = hood.stage.service

    async def goes(tx: Transaction) -> list[Forgotten]:
        (one,) = await contacts.ready_to_go(tx, [], with_words=False, now=service.world.now())
        owner = await by_id(tx, service.world, one[0])
        assert owner is not None
        return await leave.forget_at_close(tx, service.world, owner, without_words=one[1])

    assert [one.without_words for one in await service.batcher.run(goes)] == [True]
    assert [found for found in await rows(hood, WORDS) if found[0] != "chat"] == [
        ("shared phone", f'"Words {n}"') for n in (2, 3, 4)
    ]


async def test_who_is_leaving_a_shared_phone_gets_no_messages_before_or_after(
    hood: Neighbourhood,
) -> None:
    """So they are counted as somebody who gets them nowhere."""
    await second_leaves_at_the_close(hood)
    async with hood.stage.service.database.read() as tx:
        (ward,) = {str(ward) for (ward,) in await rows(hood, "SELECT ward FROM contacts")}
        assert await contacts.count_living_in(tx, [ward]) == {ward: 1}


SET_ASIDE = "SELECT count(*) FROM inbox WHERE state = 'quarantined'"


@pytest.mark.parametrize("by", ["themselves", "the owner"])
async def test_what_could_not_be_read_goes_with_a_person_on_the_phone(
    hood: Neighbourhood, by: str
) -> None:
    """It may hold their words, and nobody can tell whose they are."""
    amina = await household(hood)
    await second_answers(amina)
    await amina.taps("Change my answers")
    hood.stage.emulator.push(message(amina.phone.user_id, date=10**18))
    await amina.settles()
    assert await rows(hood, SET_ASIDE) == [(1,)]
    if by == "themselves":
        await amina.types("forget me")
        await amina.taps("Now: take my answers back")
    else:
        await amina.taps(BACK)
        await amina.types("/mine")
        for label in ("Person 2: change", "Delete person 2's answers", "Yes, delete them"):
            await amina.taps(label)
    assert await rows(hood, SET_ASIDE) == [(0,)]
