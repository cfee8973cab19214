"""Second approvals: an edit voids a yes, the first answer decides, and a late one is too late."""

from datetime import UTC, datetime, timedelta

import pytest

from engagement.staff.approvals import ANSWER_WITHIN, Approval, Verdict, hash_of, verdict

NOW = datetime(2022, 9, 5, 12, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)


def asked(said: bool | None = None, *, content: str = "now", until: datetime = LATER) -> Approval:
    return Approval(1, content, until, said)


@pytest.mark.parametrize(
    ("answers", "means"),
    [
        ([], Verdict.NOT_ASKED),
        ([asked()], Verdict.WAITING),
        ([asked(), asked(True)], Verdict.YES),
        ([asked(), asked(False)], Verdict.NO),
        ([asked(True), asked(False)], Verdict.NO),
        ([asked(True, content="before")], Verdict.NOT_ASKED),
        ([asked(False, content="before"), asked()], Verdict.WAITING),
        ([asked(until=NOW)], Verdict.EXPIRED),
        ([asked(until=NOW), asked()], Verdict.WAITING),
        ([asked(True, until=NOW)], Verdict.YES),
        ([asked(False, until=NOW)], Verdict.NO),
    ],
)
def test_what_answers_amount_to(answers: list[Approval], means: Verdict) -> None:
    assert verdict(answers, content_hash="now", now=NOW) is means


def test_any_change_of_a_content_changes_its_hash() -> None:
    content = {"wards": ["E05000001"], "theme": None, "texts": {"en": "It opens."}}
    changed = [
        {**content, "wards": ["E05000002"]},
        {**content, "wards": []},
        {**content, "theme": "streets"},
        {**content, "texts": {"en": "It opens"}},
        {**content, "texts": {"en": "It opens.", "pl": "Otwarcie."}},
    ]
    assert len({hash_of(one) for one in [content, *changed]}) == 6


def test_equal_contents_have_one_hash_whatever_the_order_of_their_keys() -> None:
    assert hash_of({"a": 1, "b": "ż"}) == hash_of({"b": "ż", "a": 1})


def test_there_is_a_week_to_answer() -> None:
    assert timedelta(days=7) == ANSWER_WITHIN
