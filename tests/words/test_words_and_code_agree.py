"""Every sentence the code asks for is there, with the values it needs; and none is there idle."""

from __future__ import annotations

import pytest
from words_in_code import (
    BUILT_KEYS,
    asks,
    beginnings,
    every_refusal,
    messages,
    refusals,
    unread,
    wanted,
)

from engagement.errors import Refusal

BUILT = frozenset(start + end for start, ends in BUILT_KEYS.items() for end in ends)


def test_every_line_of_the_words_can_be_read() -> None:
    assert unread() == ()


def test_the_code_asks_for_most_of_its_sentences_where_we_look() -> None:
    assert len({ask.key for ask in asks()}) > 100


def test_what_the_code_asks_for_is_there() -> None:
    assert [f"{ask.where} {ask.key}" for ask in asks() if ask.key not in messages()] == []


def test_the_code_gives_every_value_its_sentence_wants() -> None:
    known = [a for a in (*asks(), *refusals()) if a.key in messages() and a.values is not None]
    assert len(known) > 100
    lacks = [a for a in known if a.values is not None and wanted(a.key).keys() - a.values]
    assert [f"{ask.where} {ask.key}" for ask in lacks] == []


def test_keys_that_are_put_together_are_there() -> None:
    assert BUILT - messages().keys() == set()


def test_every_way_of_putting_keys_together_is_known() -> None:
    found = {start for start in beginnings() if any(key.startswith(start) for key in messages())}
    assert {start for start in found if len(start) > 2} == set(BUILT_KEYS)


def test_no_two_refusals_say_the_same_sentence() -> None:
    keys = [kind.key for kind in every_refusal()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("kind", every_refusal(), ids=lambda kind: kind.__name__)
def test_a_refusal_has_a_key_of_its_own(kind: type[Refusal]) -> None:
    assert kind.key.startswith("refusal-")
    assert kind.__doc__
