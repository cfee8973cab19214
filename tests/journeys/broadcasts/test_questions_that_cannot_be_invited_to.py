"""Questions to which nobody can be invited just now: the list says why they are not on it."""

from company import ABBEY, BOOKER, Neighbourhood, Person

BEACONSFIELD = "E05013129"
TITLE = "What should come first in your area?"
ONLY = f'"{TITLE}" is asked only in Booker, Cressex and Castlefield.'
NOT = f'"{TITLE}" is not asked in Beaconsfield.'


def invites(person: Person) -> bool:
    return any(label.startswith("The questions") for label in person.labels)


async def test_with_one_ward_too_many_it_says_where_the_questions_are_asked(
    hood: Neighbourhood,
) -> None:
    board = await hood.board_member(BOOKER, BEACONSFIELD)
    await board.types("/send")
    said = await board.taps("All 2")
    assert ONLY in said
    assert not invites(board)
    assert ONLY in await board.types(f'The questions "{TITLE}"')
    assert "That isn't on this list" in await board.types("Elephants")
    await board.taps("Back")
    await board.types("remove Beaconsfield")
    await board.taps("Done")
    assert "is asked only" not in board.question
    assert invites(board)


async def test_one_ward_among_several_that_is_not_asked_is_named(hood: Neighbourhood) -> None:
    board = await hood.board_member(BOOKER, ABBEY, BEACONSFIELD)
    await board.types("/send")
    assert NOT in await board.taps("All 3")


async def test_questions_of_other_wards_alone_are_not_mentioned(hood: Neighbourhood) -> None:
    board = await hood.board_member(BEACONSFIELD)
    await board.types("/send")
    assert "is asked only" not in board.sees


async def test_during_a_pause_it_says_when_people_can_be_invited_again(
    hood: Neighbourhood,
) -> None:
    officer, board = await hood.officer("Ruth"), await hood.board_member()
    words = "pause 14 September 2022 17:00: we found a mistake"
    await officer.types(f"/manage local-priorities {words}")
    said = await board.types("/send")
    assert f'"{TITLE}" takes no answers until Wednesday 14 September, 5pm.' in said
    assert not invites(board)
    assert "You can invite people to it again from then on." in await board.types(TITLE)
