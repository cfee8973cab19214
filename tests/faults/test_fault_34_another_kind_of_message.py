"""A photo, a voice message, a sticker or an edit where a choice was asked: one plain sentence in
reply.

Fails without `talking.other_kind` and `talking.edited` among the handlers.
"""

import pytest
from company import Neighbourhood, Person
from kill_and_look_inside import rows


@pytest.mark.parametrize("kind", ["photo", "voice", "sticker", "contact"])
async def test_fault_34_another_kind_gets_a_sentence_and_the_question_stays(
    hood: Neighbourhood, amina: Person, kind: str
) -> None:
    await amina.taps("Answer now")
    phone = amina.phone
    {
        "photo": phone.send_photo,
        "voice": phone.send_voice,
        "sticker": phone.send_sticker,
        "contact": lambda: phone.send_contact("+44 20 7946 0000"),
    }[kind]()
    words = "can't use a voice note here" if kind == "voice" else "can't use photos, voice or files"
    assert words in await amina.settles()
    assert await rows(hood, "SELECT value FROM answers") == []
    assert (await amina.types("3")).startswith("2 of 4.")


async def test_fault_34_an_edited_message_is_not_a_second_answer(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    typed = amina.phone.type("3")
    await amina.settles()
    assert len(await rows(hood, "SELECT value FROM answers")) == 1
    said = len(amina.from_bot)
    amina.phone.edit_text(typed.message_id, "1")
    # It changes the answer it gave, and the open question is shown again, below.
    assert (await amina.settles()).startswith("We've changed your answer.\n2 of 4.")
    assert len(amina.from_bot) == said + 1
    ((question, value),) = await rows(hood, "SELECT question, value FROM answers")
    assert (question, value) == ("first_theme", '"education_and_skills"')
    amina.phone.edit_text(typed.message_id, "something else")
    assert "That changes nothing here" in await amina.settles()
    assert await rows(hood, "SELECT question, value FROM answers") == [(question, value)]
