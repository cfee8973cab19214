"""The rule of decision 0040 as a table, and what counts as the newest thing in a chat."""

import pytest

from engagement.conversation.meant_for import Meant, Said, counts_at_once, meant_for
from usecases.conversation.chat import NEWS, Chat
from usecases.conversation.shown import OLDER, Shown


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (Said(), Meant.WAITING),
        (Said(replies_to_older=True, fits_newest=True), Meant.OLDER),
        (Said(replies_to_waiting=True, fits_newest=True, overlaid=True), Meant.WAITING),
        (Said(fits_newest=True), Meant.NEWEST),
        (Said(fits_newest=True, overlaid=True, own=True), Meant.NEWEST),
        (Said(overlaid=True), Meant.ASKED),
        (Said(overlaid=True, own=True), Meant.WAITING),
        (Said(overlaid=True, bare=True), Meant.NOBODY),
        (Said(bare=True), Meant.WAITING),
        (Said(overlaid=True, own=True, bare=True), Meant.NOBODY),
    ],
)
def test_words_are_for_what_stands_lowest_or_are_asked_about(said: Said, meant: Meant) -> None:
    assert meant_for(said) is meant


@pytest.mark.parametrize(
    ("costs", "is_reply", "is_newest", "lately", "counts"),
    [
        (False, False, False, False, True),
        (True, False, False, True, False),
        (True, False, True, False, False),
        (True, False, True, True, True),
        (True, True, False, False, True),
    ],
)
def test_what_costs_something_needs_its_own_question_in_front(
    costs: bool, is_reply: bool, is_newest: bool, lately: bool, counts: bool
) -> None:
    said = counts_at_once(costs=costs, is_reply=is_reply, is_newest=is_newest, lately=lately)
    assert said is counts


def shown(topic: str, message_id: int, *labels: str) -> Shown:
    return Shown(topic, message_id, "", dict.fromkeys(labels, "x"))


QUESTION, FORGET = shown("c-a", 5, "Skip"), shown("leaving", 6, "No")
TALK, THANKED, OFFERED = shown("talk", 8), shown("leaving", 9), shown(f"{OLDER}q:1:0", 2)
NEWER = shown(NEWS, 7)


def test_news_are_the_newest_thing_and_have_no_buttons_to_press() -> None:
    chat = Chat((QUESTION, NEWER, TALK))
    assert chat.newest == NEWER
    assert chat.newest_with_buttons == NEWER
    assert chat.below(["c-a"]) == NEWER


def test_what_only_replies_is_looked_through() -> None:
    chat = Chat((OFFERED, QUESTION, TALK, THANKED, shown("refusal", 10), shown("safety-1", 11)))
    assert chat.newest == QUESTION
    assert chat.below(["c-a"]) is None


def test_being_forgotten_needs_the_last_word_but_for_whom_to_call() -> None:
    assert Chat((FORGET, shown("safety-1", 11))).is_last_word(FORGET)
    assert not Chat((FORGET, TALK)).is_last_word(FORGET)


def test_a_screen_further_up_that_was_tapped_is_the_newest_until_another_comes() -> None:
    assert Chat((QUESTION, FORGET), used=(5, 6)).newest == QUESTION
    assert Chat((QUESTION, FORGET, NEWER), used=(5, 6)).newest == NEWER


def test_a_question_that_is_on_its_way_has_nothing_below_it() -> None:
    assert Chat((FORGET,)).below(["c-a"]) is None
