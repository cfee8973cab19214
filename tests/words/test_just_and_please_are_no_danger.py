"""Numbers, answers, themes and wards said with "just", "only" or "please" are no danger."""

import pytest

from content.library import council_directory, load
from usecases.people.words_of_danger import holds_danger

COUNCILS = ("buckinghamshire", "north-northamptonshire")
LANGUAGES = ("en", "pl", "ur")
SAID = (
    "just {}", "only {}", "please {}", "{} please", "{} only", "{} just", "just {} please",
    "please just {}", "only {} please", "{}, thanks", "just the {}", "i just want {}",
    "tylko {}", "{} tylko", "proszę {}", "{} proszę", "tylko {} proszę", "proszę tylko {}",
    "صرف {}", "بس {}", "{} پلیز", "پلیز {}", "صرف {} پلیز", "sirf {}", "bas {}", "{} please bas",
)  # fmt: skip
AND = ("and", "i", "اور")


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("council", COUNCILS)
def test_no_answer_theme_or_ward_said_so_is_danger(council: str, said: str) -> None:
    """104 of them were with "just"."""
    library = load(council_directory(council))
    options = [o for c in library.consultations.values() for q in c.questions for o in q.options]
    labels = [option.label.say(language) for option in options for language in LANGUAGES]
    labels += [theme.name.say(language) for theme in library.themes for language in LANGUAGES]
    labels += [ward.name for ward in library.wards.values()]
    typed = {said.format(label) for label in labels}
    assert len(typed) > 50
    assert [text for text in sorted(typed) if holds_danger(text)] == []


@pytest.mark.parametrize("said", SAID)
def test_no_number_said_so_is_danger(said: str) -> None:
    """55 of 56 pairs were, with "just"."""
    # The first of a pair is the smaller, as people write them.
    numbers = [str(n) for n in range(1, 50)]
    numbers += [f"{a} {word} {b}" for a in range(1, 9) for b in range(a, 9) for word in AND]
    numbers += ["1, 2, 3", "1, 2 and 3", "number 2", "the first", "the second one"]
    typed = [said.format(number) for number in numbers]
    assert [text for text in typed if holds_danger(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "just me", "just asking", "just looking", "i just want to say thanks",
        "i just want to change my answer", "just a bench by the bus stop", "tylko pytam",
        "chcę tylko podziękować", "بس پوچھ رہا تھا", "sirf poochna tha",
    ],
)  # fmt: skip
def test_nor_is_what_else_people_just_say(text: str) -> None:
    assert not holds_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "just want to die", "i just want it all to end", "please he's hitting me",
        "he just hit me again", "please stop him hes going to kill me please", "please help me",
        "just took all my pills", "tylko chcę umrzeć", "proszę on mnie bije",
        "بس مر جانا چاہتا ہوں",
    ],
)  # fmt: skip
def test_danger_said_so_is_danger(text: str) -> None:
    assert holds_danger(text)
