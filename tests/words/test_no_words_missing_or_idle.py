"""Every refusal has words, and no sentence lies idle."""

from __future__ import annotations

import pytest
from words_in_code import BUILT_KEYS, all_texts, every_refusal, messages

from engagement.errors import Refusal

BUILT = frozenset(start + end for start, ends in BUILT_KEYS.items() for end in ends)


@pytest.mark.parametrize("kind", every_refusal(), ids=lambda kind: kind.__name__)
def test_every_refusal_has_its_words(kind: type[Refusal]) -> None:
    assert kind.key in messages()


def test_every_sentence_is_used() -> None:
    assert messages().keys() - all_texts() - BUILT == set()
