"""Finding who wrote words that an officer copied from a file, on both databases."""

from storage_neighbours import AMINA, BEN, NOW

from storage.operations import requests
from storage.operations.requests import FoundWords


async def found(database, text):
    async with database.read() as tx:
        return await requests.find_words(tx, text)


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
