"""The whole way of a resident, by taps and by typing, in each of the three languages."""

import pytest
from company import Neighbourhood, Person

from bot.views.localiser import Localiser
from content.words import Words, listed

LAMPS = "The new lamps are on from Monday."
LANGUAGES = ["en", "pl", "ur"]


class Speaker(Person):
    """Somebody who reads and types in one language."""

    language = "en"

    def word(self, key: str, **values: str | int) -> str:
        """A button's label, or a sentence, in their language."""
        return self.stage.words.plain(key, self.language, **values)

    def reads(self, key: str, **values: str | int) -> bool:
        """Whether the newest message holds a sentence, as a chat shows it."""
        said = self.stage.words.html(key, self.language, **values)
        for tag in ("<b>", "</b>", "<i>", "</i>"):
            said = said.replace(tag, "")
        return said in self.sees


@pytest.fixture(params=LANGUAGES)
async def speaker(request: pytest.FixtureRequest, hood: Neighbourhood) -> Speaker:
    """Somebody whose phone is in one of the languages."""
    phone = hood.stage.emulator.phone("Sam", language_code=request.param)
    person = Speaker(hood.stage, phone)
    person.language = request.param
    return person


def said_as(hood: Neighbourhood, person: Speaker) -> Localiser:
    return Localiser(Words(), person.language, hood.stage.service.world)


async def joins(person: Speaker, *, typing: bool) -> None:
    act = person.types if typing else person.taps
    await person.start()
    assert person.reads("hello", council="Buckinghamshire Council")
    await act(person.word("button-start"))
    assert person.reads("age-question", age=13)
    await act(person.word("button-yes"))
    await person.types("HP12 3HP")
    ward = "Booker, Cressex and Castlefield"
    assert person.reads("joined", ward=ward, vintage="2021")


@pytest.mark.parametrize("typing", [False, True], ids=["by taps", "by typing"])
async def test_from_hello_to_goodbye(hood: Neighbourhood, speaker: Speaker, typing: bool) -> None:
    person = speaker
    act = person.types if typing else person.taps
    consultation = hood.library.consultations["local-priorities"]
    await joins(person, typing=typing)
    await act(person.word("button-answer-now"))
    assert consultation.questions[0].text.say(person.language) in person.question
    first = consultation.questions[0].options[2].label.say(person.language)
    await person.types(first) if typing else await person.taps("3")
    await act("1")
    assert consultation.questions[1].options[0].label.say(person.language) in person.question
    await act(person.word("button-done"))
    await act("4")
    await act(person.word("button-skip"))
    assert person.reads("receipt", answered=3, total=4, complete="no")
    closes = said_as(hood, person).closes(consultation.closes_at)
    assert person.reads("receipt-change", closes=closes)
    await person.types("/mine")
    assert first in person.sees
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == consultation.questions[0].options[2].label.say("en")
    await person.types("/stop")
    assert person.reads("stopped")
    await person.types("/forget")
    await act(person.word("button-forget-now"))
    assert person.reads("forgotten")


async def test_what_can_be_read_is_in_their_language(hood: Neighbourhood, speaker: Speaker) -> None:
    person = speaker
    await joins(person, typing=False)
    board = await hood.board_member()
    await board.types("/send")
    await board.types("Public Realm")
    await board.types(LAMPS)
    await board.taps("Send to")
    assert (person.word("broadcast-not-translated") in person.sees) is (person.language != "en")
    theme = next(t for t in hood.library.themes if t.slug == "public-realm")
    seen = await person.types("/news")
    assert LAMPS in seen
    assert theme.called(person.language) in seen
    await person.types("/plan")
    assert hood.library.plans[0].title.say(person.language) in person.sees
    await person.taps("1")
    assert person.word("plan-state", status="planned") in person.sees
    await person.types("/themes")
    await person.taps(hood.library.themes[1].name.say(person.language))
    await person.types(person.word("button-done"))
    followed = listed([hood.library.themes[1].called(person.language)], person.language)
    assert person.reads("themes-some", themes=followed)
    await person.types("/celebrate")
    assert person.reads("celebrate-nothing", ward="Booker, Cressex and Castlefield")
    await person.types("/help")
    assert person.reads("help-really", council="Buckinghamshire Council")


async def test_the_notice_says_what_a_computer_looks_for_and_what_one_may_ask(
    speaker: Speaker,
) -> None:
    await speaker.start()
    await speaker.taps(speaker.word("button-privacy"))
    assert speaker.reads("privacy-safety")
    assert speaker.reads("privacy-rights")


async def test_a_refusal_is_in_their_language(hood: Neighbourhood, speaker: Speaker) -> None:
    person = speaker
    await person.start()
    await person.taps(person.word("button-start"))
    await person.taps(person.word("button-yes"))
    await person.types("LS1 1AA")
    assert person.reads("refusal-postcode-outside", council="Buckinghamshire")
    assert person.word("button-list") in person.labels
