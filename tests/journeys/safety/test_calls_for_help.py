"""Short calls for help bring the numbers to call; the same words in a sentence do not."""

import pytest
from company import Person

from usecases.people.words_of_danger import holds_danger

CALLS = (
    "SOS", "s.o.s.!", "SOS SOS SOS", "sos please help", "mayday", "MAYDAY MAYDAY", "call 999",
    "Please call 999 now", "can someone call 999", "dial 999", "999 please",
    "help me please I'm hurt", "help im hurt", "SOS pomocy", "zadzwońcie na 112", "dzwon na 999",
    "ایس او ایس", "999 کو کال کریں", "999 par call karo", "999", "999!", "help me",
    "help me please", "please help me", "please help", "i need help", "I need an ambulance",
    "call the police", "police now", "ambulance please", "save me", "rape", "stabbed", "bleeding",
    "heart attack", "kms", "gonna end it", "left alone at home im 9", "my mum left us alone",
    "pomocy", "Pomocy!", "pomóżcie", "pomozcie", "potrzebuję pomocy", "wezwij policję", "karetka",
    "ukradli mi dziecko", "porwali mi syna", "مدد کرو", "میری مدد کریں", "مجھے مدد چاہیے", "بچاؤ",
    "I don't feel safe at home", "i dont feel safe at home", "I feel unsafe at home",
    "I am not safe", "nowhere to sleep tonight", "no food for the kids", "nie mam gdzie spać",
    "nie mamy co jeść", "میں گھر میں محفوظ نہیں ہوں", "میرے پاس سونے کی جگہ نہیں ہے",
    "بچوں کے لیے کھانا نہیں ہے", "ایمبولینس بلاؤ", "خودکشی",
    "bachao", "meri madad karo", "police bulao", "khudkushi",
)  # fmt: skip
NO_CALLS = (
    "SOS bus route", "SOS save our school", "Save our shops: SOS", "Mayday parade", "May Day",
    "May day bank holiday", "the mayday fair", "I called 999 last week", "route 999",
    "999 response times are too long", "call 101 not 999", "when should I call 999", "help",
    "SOS dla naszej biblioteki", "999 ki jagah 101 kab use karna hai",
    "I don't feel safe walking home", "kids need to feel safe at home", "the path is not safe",
    "I am not safe on the crossing", "no food bins", "nie ma gdzie zaparkować",
    "help please", "can you help me", "help me use this", "help me change my answer", "help me out",
    "i need help with the form", "help us plant trees", "police", "more police", "we need police",
    "send more police to our street", "police please", "ambulance response times are too long",
    "heart attack awareness", "leave us alone", "112", "pomoc", "policja", "pomocy dla seniorów",
    "potrzebna pomoc sąsiedzka", "مدد", "مدد کریں", "مدد چاہیے", "madad",
)  # fmt: skip


@pytest.mark.parametrize(
    "words", ["SOS", "call 999", "999", "help me please I'm hurt", "help me", "pomocy", "بچاؤ"]
)
async def test_a_call_for_help_brings_the_numbers(amina: Person, words: str) -> None:
    """Most were not understood."""
    assert "Call 999" in await amina.types(words)


@pytest.mark.parametrize("words", CALLS)
def test_a_call_for_help_is_danger(words: str) -> None:
    assert holds_danger(words)


@pytest.mark.parametrize("words", NO_CALLS)
def test_the_same_words_about_something_else_are_none(words: str) -> None:
    assert not holds_danger(words)


async def test_with_a_question_open_a_call_for_help_is_not_quoted_as_a_comment(
    amina: Person,
) -> None:
    """It was offered as one, and nobody was told whom to call."""
    await amina.taps("Answer now")
    await amina.types("help me")
    assert "Call 999" in amina.from_bot[-2].text
    assert amina.sees == "Shall we keep that as your comment?"


@pytest.mark.parametrize("words", ["help", "pomoc", "مدد", "madad"])
async def test_asking_what_can_be_done_here_is_still_help(amina: Person, words: str) -> None:
    assert "999" not in await amina.types(words)
    assert "/complain" in amina.sees


async def test_a_bus_that_is_called_sos_brings_no_numbers(amina: Person) -> None:
    assert "999" not in await amina.types("SOS bus route")
