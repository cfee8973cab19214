"""Finding who wrote words that an officer copied from a file, on both databases."""

from storage_neighbours import AMINA, BEN, NOW

from storage.operations import requests
from storage.operations.requests import FoundWords

ASKED = {"local-priorities": ["own_words"]}


async def found(database, text, questions=ASKED):
    async with database.read() as tx:
        return await requests.find_words(tx, text, questions)


async def test_a_comment_is_found_by_its_exact_words(database, desk):
    await desk.begin(AMINA)
    await desk.comment(AMINA, "first_theme", 'It isn\'t "dark" here')
    assert await found(database, 'It isn\'t "dark" here') == [FoundWords(NOW, AMINA.contact)]
    assert await found(database, "It isn't dark here") == []


async def test_an_answer_in_own_words_is_found_and_a_choice_is_not(database, desk):
    await desk.begin(BEN)
    await desk.save(BEN, "own_words", 'More "lamps", ہاں')
    assert await found(database, 'More "lamps", ہاں') == [FoundWords(NOW, BEN.contact)]
    assert await found(database, "More lamps") == []


async def test_words_of_other_consultations_and_questions_are_not_found(database, desk):
    """That would tell an officer what somebody chose, or wrote while nobody may read it."""
    await desk.begin(BEN)
    await desk.save(BEN, "own_words", "More lamps")
    await desk.comment(BEN, "first_theme", "More lamps")
    assert await found(database, "More lamps", {}) == []
    only_comments = await found(database, "More lamps", {"local-priorities": []})
    assert only_comments == [FoundWords(NOW, BEN.contact)]
