"""Beside the database file: one user at a time, and a list of the forgotten that outlives it."""

from pathlib import Path

import pytest

from usecases.people.leave import Forgotten
from wardmote.service.forgotten_list import (
    list_of,
    listed_in,
    remember,
)
from wardmote.service.lock import AlreadyRunning, sole_user


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "wardmote.db"


def test_a_second_user_is_refused_by_name(database: Path) -> None:
    with (
        sole_user(database),
        pytest.raises(AlreadyRunning, match=r"already using wardmote\.db\. Stop it first"),
        sole_user(database),
    ):
        pass


def test_another_file_in_the_same_folder_may_be_used(database: Path) -> None:
    with sole_user(database), sole_user(database.with_name("other.db")):
        pass


def test_the_file_is_free_again_when_its_user_has_gone(database: Path) -> None:
    with sole_user(database):
        pass
    with sole_user(database):
        pass


def test_the_file_is_free_again_when_its_user_has_failed(database: Path) -> None:
    with pytest.raises(RuntimeError), sole_user(database):
        raise RuntimeError
    with sole_user(database):
        pass


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    return tmp_path / "wardmote.db"


def test_nobody_is_forgotten_where_there_is_no_list(beside: Path) -> None:
    assert listed_in(list_of(beside)).forgotten == frozenset()


def test_everybody_forgotten_is_read_back(beside: Path) -> None:
    for contact in (7, 2**62 + 1, 7):
        remember(list_of(beside), Forgotten(contact))
    assert listed_in(list_of(beside)).forgotten == {Forgotten(7), Forgotten(2**62 + 1)}


def test_what_went_with_the_link_is_read_back(beside: Path) -> None:
    gone = Forgotten(7, ("local-priorities", "big50"), without_words=True)
    remember(list_of(beside), gone)
    remember(list_of(beside), Forgotten(8, without_words=True))
    assert listed_in(list_of(beside)).forgotten == {gone, Forgotten(8, without_words=True)}


def test_a_line_torn_by_a_crash_spoils_no_other(beside: Path) -> None:
    remember(list_of(beside), Forgotten(7))
    with beside.with_name("wardmote.db.forgotten").open("a") as file:
        file.write("\x00\x00\n")
    remember(list_of(beside), Forgotten(8))
    assert listed_in(list_of(beside)).forgotten == {Forgotten(7), Forgotten(8)}


def test_a_database_that_is_no_file_has_its_list_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    remember(list_of(None), Forgotten(7))
    assert (listed_in(list_of(None)).forgotten, [*tmp_path.iterdir()]) == (
        {Forgotten(7)},
        [tmp_path / "wardmote.forgotten"],
    )
