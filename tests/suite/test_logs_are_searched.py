"""The search of the logs finds what it should: a check that cannot fail is worth nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from searched_logs import COMMON_NAMES, SWITCH, Looking, main

from engagement.staff.rights import Role

ROOT = Path(__file__).parents[2]
CAST = ROOT / "tests" / "cast"

HEAD = """
import logging
import structlog
from emulator import Emulator
"""
A_TEST = """
def test_amina_types_{number}():
    phone = Emulator("100200300:nobody-made-this-token").phone("Zebediah")
    phone.type("More lamps behind the shops, please")
    phone.start("i-9f3kq02mzz")
    {line}
"""

PLANTED = {
    "a typed text": "structlog.get_logger('x').debug('more lamps', t=phone.messages[0].text)",
    "a payload": "logging.getLogger('telegram.ext').warning('start i-9f3kq02mzz')",
    "a chat's id": "logging.getLogger('any').debug('chat %s', phone.user_id)",
    "a name": "structlog.get_logger('x').error('who', name='Zebediah')",
    "a token": "logging.getLogger('aiohttp').error('/bot100200300:nobody-made-this-token/x')",
    "a postcode": "logging.getLogger('any').info('hp12 3hp')",
}


def ran(folder: Path, *lines: str) -> Path:
    """A test with each line in it, run with their logs kept; the folder they are in."""
    tests = [A_TEST.format(number=number, line=line) for number, line in enumerate(lines)]
    (folder / "test_planted.py").write_text(HEAD + "".join(tests))
    logs = folder / "logs"
    # It is a run of its own, also where this one is a worker of another.
    outside = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "searched_logs", "-p", "no:cacheprovider",
         "test_planted.py"],
        cwd=folder, capture_output=True, text=True, check=False, timeout=300,
        env={**outside, SWITCH: str(logs), "PYTHONPATH": f"{CAST}:{ROOT}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return logs


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ran(tmp_path_factory.mktemp("planted"), *PLANTED.values())


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_secret_is_found_with_its_place_and_not_repeated(
    what: str, planted: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([str(planted)]) == 1
    said = capsys.readouterr().out
    place = f"in test_planted.py::test_amina_types_{[*PLANTED].index(what)}"
    [line] = [number for number, line in enumerate(said.splitlines()) if line.strip() == place]
    assert "main.log:" in said.splitlines()[line - 1]
    for secret in ("More lamps behind", "9f3kq02mzz", "Zebediah", "nobody-made", "3hp"):
        assert secret not in said


def test_where_nothing_shows_the_search_is_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    logs = ran(tmp_path, "structlog.get_logger('x').debug('an update failed', seq=7)")
    assert main([str(logs)]) == 0
    assert "an update failed" in (logs / "main.log").read_text()
    assert "0 lines" in capsys.readouterr().out


def test_a_run_that_kept_no_logs_is_no_success(tmp_path: Path):
    assert main([str(tmp_path)]) == 1


def test_part_of_a_word_or_a_number_is_no_find():
    look = Looking({"5000000001", "Please"})
    assert [*look.in_line("15000000001 Pleased")] == []
    assert len([*look.in_line("to 5000000001: Please")]) == 2


def test_ordinary_words_are_found_as_values_and_not_in_our_own_sentences():
    look = Looking({"forget", "Nothing", "Delete it", "before"})
    for line in (
        "Nothing was given: --by nobody is not the number of a colleague.",
        "wardmote.db.before-20261130T1200-erc0. Delete it when all is well.",
        "a consultation had closed before anybody could answer: is the year right?",
    ):
        assert [*look.in_line(line)] == [], line
    for line in (
        "a consultation had closed before anybody could answer: is the year right? said=forget",
        "an update failed said='Delete it'",
        "Nothing was given: Nothing",
    ):
        assert len([*look.in_line(line)]) == 1, line


def test_a_phone_named_after_its_role_makes_no_secret_of_the_role():
    """Commands print roles, and many tests name a member of staff by theirs alone."""
    assert {*Role} <= COMMON_NAMES


def test_a_label_that_another_process_showed_is_no_secret_and_what_was_typed_besides_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "gw0.secrets").write_text(
        '{"texts": ["Streets and parks", "More lamps"], "buttons": []}\n'
    )
    (tmp_path / "gw1.secrets").write_text('{"texts": [], "buttons": ["Streets and parks"]}\n')
    (tmp_path / "gw0.log").write_text("### a test\nStreets and parks moved\n")
    assert main([str(tmp_path)]) == 0
    (tmp_path / "gw0.log").write_text("### a test\nStreets and parks moved: More lamps\n")
    assert main([str(tmp_path)]) == 1
    assert "1 lines show a secret" in capsys.readouterr().out
