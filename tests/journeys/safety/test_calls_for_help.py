"""Short calls for help bring the numbers to call; the same words in a sentence do not."""

import pytest
from company import Person

from usecases.people.words_of_danger import holds_danger

CALLS = (
    "SOS", "s.o.s.!", "SOS SOS SOS", "sos please help", "mayday", "MAYDAY MAYDAY", "call 999",
    "Please call 999 now", "can someone call 999", "dial 999", "999 please",
    "help me please I'm hurt", "help im hurt", "SOS pomocy", "zadzwońcie na 112", "dzwon na 999",
    "ایس او ایس", "999 کو کال کریں", "999 par call karo",
)  # fmt: skip
NO_CALLS = (
    "SOS bus route", "SOS save our school", "Save our shops: SOS", "Mayday parade", "May Day",
    "May day bank holiday", "the mayday fair", "I called 999 last week", "999", "route 999",
    "999 response times are too long", "call 101 not 999", "when should I call 999", "help",
    "SOS dla naszej biblioteki", "999 ki jagah 101 kab use karna hai",
)  # fmt: skip


@pytest.mark.parametrize("words", ["SOS", "call 999", "Mayday!", "help me please I'm hurt"])
async def test_a_call_for_help_brings_the_numbers(amina: Person, words: str) -> None:
    """Most were not understood."""
    assert "Call 999" in await amina.types(words)


@pytest.mark.parametrize("words", CALLS)
def test_a_call_for_help_is_danger(words: str) -> None:
    assert holds_danger(words)


@pytest.mark.parametrize("words", NO_CALLS)
def test_the_same_words_about_something_else_are_none(words: str) -> None:
    assert not holds_danger(words)


async def test_a_bus_that_is_called_sos_brings_no_numbers(amina: Person) -> None:
    assert "999" not in await amina.types("SOS bus route")
