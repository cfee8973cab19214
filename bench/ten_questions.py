"""A made-up consultation of ten questions, most of them on branches of earlier ones."""

from __future__ import annotations

from content.schema.consultation import Consultation

QUESTIONS = 10
OPTIONS = ("lamps", "trees", "benches", "buses", "none_of_these")


def ten_questions(of: Consultation) -> Consultation:
    """``of`` with ten other questions: each after the first depends on one or two before it."""
    asked = [_question(number) for number in range(QUESTIONS - 1)]
    words: dict[str, object] = {
        "key": "own_words",
        "kind": "text",
        "text": "What else should we know?",
    }
    return _with(of, [*asked, words])


def without_branches(of: Consultation) -> Consultation:
    """The same questions, asked of everybody."""
    plain = [
        {**question.model_dump(mode="json"), "relevant": None, "choice_filter": None}
        for question in of.questions
    ]
    return _with(of, plain)


def _with(of: Consultation, questions: list[dict[str, object]]) -> Consultation:
    fields = of.model_dump(mode="json", include=set(Consultation.model_fields))
    return Consultation.model_validate({**fields, "questions": questions})


def _question(number: int) -> dict[str, object]:
    made: dict[str, object] = {
        "key": f"q{number}",
        "kind": ("single", "single", "several", "ranking")[number % 4],
        "text": f"Question number {number + 1}: what comes first?",
        "options": [_option(key, number) for key in OPTIONS],
    }
    if number:
        made["relevant"] = _condition(number)
    if number % 3 == 2:
        made["choice_filter"] = "about = 'streets' or ${q0} != 'lamps'"
    return made


def _condition(number: int) -> str:
    before = number - 1
    if before % 4 in (2, 3):
        return f"not(selected(${{q{before}}}, 'none_of_these')) and ${{q0}} != 'trees'"
    return f"${{q{before}}} != 'none_of_these' or ${{q0}} = 'buses'"


def _option(key: str, number: int) -> dict[str, object]:
    about = "streets" if key in ("lamps", "benches", "none_of_these") else "parks"
    return {"key": key, "label": key.replace("_", " ").title(), "marks": {"about": about}}
