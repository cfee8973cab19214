"""A yes and a no are for the newest thing in the chat, also where the open question has both."""

from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing

WHETHER = "Do you cross the main road on foot?"
SAID = "it depends on the weather"


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    return await at_the_crossing(hood, amina, tmp_path)


async def offered(person: Person, text: str = SAID) -> None:
    assert "Shall we keep that as your comment?" in await person.types(text)


@pytest.mark.parametrize(
    "typed",
    ["yes", "Yes.", "yes please", "tak", "yes ok", "ok", "yes do", "ok then", "go on then",
     "sure why not", "👍", "👍🏽", "dobrze", "ٹھیک ہے"],
)  # fmt: skip
async def test_a_yes_below_words_on_offer_keeps_them_and_answers_nothing(
    asked: Person, typed: str
) -> None:
    await offered(asked)
    assert "kept that as your comment" in await asked.types(typed)
    assert WHETHER in asked.sees
    assert "Your answer" not in asked.sees


@pytest.mark.parametrize(
    "typed", ["no", "no thanks", "No thank you", "please no", "nie", "forget it"]
)
async def test_a_no_below_words_on_offer_drops_them_and_answers_nothing(
    asked: Person, typed: str
) -> None:
    await offered(asked)
    await asked.types(typed)
    assert WHETHER in asked.sees
    assert "Your answer" not in asked.sees
    assert SAID not in await asked.types("/mine")


async def test_wait_is_no_more_of_the_words_on_offer(asked: Person) -> None:
    await offered(asked)
    assert (await asked.types("wait")).endswith(f"Shall we keep that as your comment?\n{SAID}")


@pytest.mark.parametrize(
    "command", ["/themes", "/news", "/language", "/plan", "/help", "/mine", "/mydata"]
)
@pytest.mark.parametrize("typed", ["yes please", "no thanks"])
async def test_below_any_other_screen_a_yes_and_a_no_bring_the_question_again(
    asked: Person, command: str, typed: str
) -> None:
    await asked.types(command)
    said = await asked.types(typed)
    assert "Why do you say that?" not in said
    assert "That may have been for another message" in said
    assert "Why do you say that?" in await asked.types(typed)


async def test_whoever_declines_to_go_on_has_answered_nothing(asked: Person) -> None:
    assert "Answer now" in str((await asked.types("/start"), asked.labels))
    assert "Why do you say that?" not in await asked.types("no thanks")


async def test_a_yes_in_reply_to_the_question_is_its_answer(asked: Person) -> None:
    question = asked.phone.keyboard_message
    await asked.types("/themes")
    assert question is not None
    original = {"message_id": question.message_id, "date": 1_662_400_000, "text": question.text}
    original["chat"] = {"id": asked.phone.user_id, "type": "private", "first_name": "Amina"}
    asked.phone.say(asked.phone.chat, "yes", {"reply_to_message": original})
    assert "Why do you say that?" in await asked.settles()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("yeah", "Yes"), ("aye", "Yes"), ("sure", "Yes"), ("y", "Yes"), ("yes I do", "Yes"),
     ("nope", "No"), ("nah", "No"), ("not really", "No"), ("n", "No"), ("no I don't", "No"),
     ("جی ہاں", "Yes"), ("جی", "Yes"), ("ہاں جی", "Yes"), ("ji haan", "Yes"), ("جی نہیں", "No"),
     ("nahi", "No"), ("jasne", "Yes"), ("no tak", "Yes")],
)  # fmt: skip
async def test_yes_and_no_are_understood_as_people_say_them(
    asked: Person, typed: str, answer: str
) -> None:
    assert "Why do you say that?" in await asked.types(typed)
    assert f"{WHETHER} {answer}" in " ".join((await asked.types("/mine")).split())


@pytest.mark.parametrize("typed", ["ok", "👍"])
async def test_ok_at_a_question_of_yes_or_no_may_only_mean_that_it_was_read(
    asked: Person, typed: str
) -> None:
    assert "We can't tell which choice that is." in await asked.types(typed)


async def test_a_polish_no_may_be_yeah_and_is_asked_about(asked: Person) -> None:
    await asked.types("/language polski")
    assert "Nie wiemy, która to odpowiedź." in await asked.types("no")
    await asked.types("to zależy od pogody")
    assert "to zależy od pogody" in await asked.types("no")
