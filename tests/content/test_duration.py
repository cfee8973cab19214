"""About how long a consultation takes to answer."""

from pathlib import Path

import pytest
import yaml

from content.duration import minutes, worked_out
from content.library import council_directory, load
from content.schema.consultation import Consultation

FILE = Path(__file__).parents[1] / "data" / "consultations" / "two-lengths.yaml"


def consultation(**changes: object) -> Consultation:
    return Consultation.model_validate(yaml.safe_load(FILE.read_text("utf-8")) | changes)


def test_words_taps_and_texts_are_added_and_no_minute_is_promised_that_is_not_there() -> None:
    """Two yes-or-no questions: 5 + 6 words and 2 + 2 of the answers, and two taps: 12.5 seconds."""
    found = consultation()
    assert found.short_form is not None
    assert worked_out(found.short_form) == 1
    # 21 more words, one tap and three texts: 85.3 seconds more.
    assert worked_out(found) == 2


def test_who_has_timed_it_says_so() -> None:
    found = consultation(minutes=5)
    assert minutes(found) == 5
    assert found.short_form is not None
    assert minutes(found.short_form) == 1


@pytest.mark.parametrize("council", ["buckinghamshire", "north-northamptonshire"])
def test_what_the_councils_files_say_is_about_what_is_worked_out(council: str) -> None:
    library = load(council_directory(council))
    for found in library.consultations.values():
        assert abs(worked_out(found) - (found.minutes or 0)) <= 1


def test_the_questions_of_a_short_form_have_the_places_they_have_in_the_whole() -> None:
    found = consultation()
    assert found.short_form is not None
    keys = [question.key for question in found.questions]
    assert [question.key for question in found.short_form.questions] == keys[:2]


def test_a_file_without_a_short_form_keeps_its_version() -> None:
    found = consultation()
    plain = found.model_copy(
        update={"questions": tuple(q.model_copy(update={"short": False}) for q in found.questions)}
    )
    assert plain.short_form is None
    assert "short" not in plain.model_dump_json()
    assert "minutes" not in plain.model_dump_json()


def test_not_every_question_is_short() -> None:
    questions = [{**q, "short": True} for q in yaml.safe_load(FILE.read_text("utf-8"))["questions"]]
    with pytest.raises(ValueError, match="some questions are expected without short"):
        consultation(questions=questions)
