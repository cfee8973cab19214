"""The lists of words of danger: their files, and how many sentences they miss or find in vain."""

import json
from pathlib import Path

import danger_weights
import pytest
from pydantic import ValidationError

from content.safety_words import WEIGHTS, help_line, help_lines, safety_weights, safety_words
from content.schema.council import Council
from content.schema.safety import HelpLine, SafetyWords
from engagement.people.danger import lexicon_of

LEXICON = lexicon_of(safety_words(), safety_weights())
FOLDER = Path(__file__).parents[1] / "data" / "safety"
FILES = sorted(FOLDER.glob("*.jsonl"))
MOST_MISSED = MOST_IN_VAIN = 0.05


def sentences(file: Path, *, danger: bool) -> list[str]:
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    return [line["text"] for line in lines if line["danger"] is danger]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_at_most_one_sentence_in_twenty_is_missed(file: Path) -> None:
    told = sentences(file, danger=True)
    missed = [text for text in told if not LEXICON.is_danger(text)]
    assert told
    assert len(missed) <= MOST_MISSED * len(told), missed


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_at_most_one_harmless_sentence_in_twenty_is_found(file: Path) -> None:
    told = sentences(file, danger=False)
    found = [text for text in told if LEXICON.is_danger(text)]
    assert told
    assert len(found) <= MOST_IN_VAIN * len(told), found


def test_the_weights_were_learned_from_the_sentences_that_are_here() -> None:
    """`make danger-words` learns them again."""
    assert safety_weights().sentences == danger_weights.fingerprint()


def test_the_file_of_weights_is_small_and_as_it_was_written() -> None:
    assert danger_weights.written(safety_weights()) == WEIGHTS.read_text("utf-8")
    assert WEIGHTS.stat().st_size < 900_000


def test_no_sentence_to_learn_from_is_there_twice_or_in_both_kinds() -> None:
    told = [(one.language, one.text.casefold()) for one in danger_weights.sentences()]
    assert len(told) == len({*told})


@pytest.mark.long
def test_the_same_sentences_give_the_same_weights() -> None:
    """Up to one point: machines round differently."""
    kept, learned = safety_weights(), danger_weights.learn(danger_weights.sentences())
    names = {*kept.of, *learned.of}
    assert max(abs(kept.of.get(n, 0) - learned.of.get(n, 0)) for n in names) <= 1
    assert learned.even == pytest.approx(kept.even, abs=0.2)
    limits = {"alone", "with_phrase", "with_weaker"}
    assert learned.model_dump(include=limits) == kept.model_dump(include=limits)


@pytest.mark.long
def test_with_weights_a_tenth_fewer_sentences_new_to_both_are_missed() -> None:
    """Measured with rounds that the lists were not worked on with, left out of the learning."""
    told = danger_weights.sentences()
    new = [one for one in told if one.round in danger_weights.UNKNOWN_TO_THE_LISTS]
    weights = danger_weights.learn([one for one in told if one not in new])
    lists, both = lexicon_of(safety_words()), lexicon_of(safety_words(), weights)
    danger = [one.text for one in new if one.danger]
    harmless = [one.text for one in new if not one.danger]
    missed = [text for text in danger if not both.is_danger(text)]
    assert len(missed) <= 0.9 * sum(not lists.is_danger(text) for text in danger)
    assert sum(map(both.is_danger, harmless)) <= sum(map(lists.is_danger, harmless))


def test_every_language_has_its_sentences() -> None:
    assert {file.stem.split("-")[0] for file in FILES} == {"en", "pl", "ur"}


def test_a_set_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValidationError, match="@nobody is not in words"):
        SafetyWords(danger=("@nobody hits me",))


def test_each_line_to_call_has_a_source_and_the_day_it_was_checked() -> None:
    lines = help_lines()
    numbers = {name: getattr(lines, name).number for name in type(lines).model_fields}
    assert numbers == {
        "emergency": "999",
        "crisis": "111",
        "samaritans": "116 123",
        "childline": "0800 1111",
        "abuse": "0808 2000 247",
    }


def test_a_council_replaces_a_number(buckinghamshire) -> None:
    council: Council = buckinghamshire.council
    own = HelpLine(number="01632 960000", source="Our own line", checked="2026-11-29")
    changed = council.model_copy(update={"help_lines": {"abuse": own}})
    assert help_line(changed, "abuse") == own
    assert help_line(changed, "crisis").number == "111"


@pytest.mark.parametrize(
    "text",
    [
        "I don't feel safe walking home at night",
        "I do not feel safe in my own street",
        "walking home alone at night is scary",
        "This street is killing me",
        "I am hurt that nobody asked us",
        "my son was hit by a ball in the park",
        "Nie czuję się bezpieczna wracając do domu",
        "Dzieci boją się wracać ze szkoły",
        "czekam trzy tygodnie i nikt nie odpowiada",
        "مجھے رات کو ڈر لگتا ہے",
        "میں گھر آتے ہوئے محفوظ محسوس نہیں کرتی",
    ],
)
def test_worries_about_a_street_are_answers_and_no_danger(text: str) -> None:
    assert not LEXICON.is_danger(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't feel safe at home with him",
        "my mum hasnt given us food for 3 days",
        "im being held here",
        "boję się wracać do domu, on mnie bije",
    ],
)
def test_what_happens_at_home_is_danger_beside_them(text: str) -> None:
    assert LEXICON.is_danger(text)
