"""Every act that deletes answers is known, because each has to look at a legal hold."""

import re
from pathlib import Path

HERE = Path(__file__).parents[2]
DELETES = re.compile(
    r"\b(?:answers_retention\.(?:take_back|empty_\w+|delete_free_text)|comments\.delete_comment"
    r"|polls\.(?:take_back|drop_old_answers)|late_answers\.drop|\w+\.delete_submission)\("
)
KNOWN = {
    "usecases/consultations/late.py": "an answer replaced by its author",
    "usecases/consultations/mine.py": "held: test_a_comment_cannot_be_deleted",
    "usecases/consultations/submissions_entered.py": (
        "held: test_during_a_legal_hold_nothing_that_was_entered_is_deleted"
    ),
    "usecases/operations/retention.py": "held: tests/storage/operations/test_retention_periods.py",
    "usecases/people/leave.py": "held: test_whoever_cuts_a_link_takes_no_answer_back",
}


def test_whatever_deletes_answers_is_tested_with_a_legal_hold() -> None:
    found = {
        path.relative_to(HERE).as_posix()
        for room in ("usecases", "bot", "wardmote")
        for path in (HERE / room).rglob("*.py")
        if DELETES.search(path.read_text(encoding="utf-8"))
    }
    assert found == {*KNOWN}
