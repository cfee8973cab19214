"""Settings: what is read, from where, and what is refused in a line that gives nothing away."""

import os
from pathlib import Path

import pytest

from storage.engine.database import Database
from wardmote.service.settings import Settings, SettingsError, read, unknown

TOKEN = "100200300:made-up-for-tests"


@pytest.fixture(autouse=True)
def nothing_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder, and nothing of ours in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in [*os.environ]:
        if name.startswith("WARDMOTE_"):
            monkeypatch.delenv(name)


def settings(**given: object) -> Settings:
    return read(**{"token": TOKEN, "council": "buckinghamshire", **given})


def refusal(**given: object) -> str:
    with pytest.raises(SettingsError) as refused:
        settings(**given)
    return str(refused.value)


def test_token_and_council_are_all_that_has_to_be_said() -> None:
    found = settings()
    assert (found.bot_api, found.database, found.messages_a_second) == (
        "https://api.telegram.org",
        "sqlite+aiosqlite:///wardmote.db",
        25.0,
    )


def test_each_missing_setting_has_a_line_of_its_own() -> None:
    with pytest.raises(SettingsError) as refused:
        read()
    starts = [line[: line.index(" is missing")] for line in str(refused.value).splitlines()]
    assert starts == ["WARDMOTE_TOKEN", "WARDMOTE_COUNCIL"]


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARDMOTE_COUNCIL", "cornwall")
    assert read(token=TOKEN).council == "cornwall"


def test_the_file_beside_is_read_and_the_environment_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = f"WARDMOTE_TOKEN={TOKEN}\nWARDMOTE_COUNCIL=cornwall\nWARDMOTE_LOG_LEVEL=debug\n"
    (tmp_path / ".env").write_text(lines)
    monkeypatch.setenv("WARDMOTE_COUNCIL", "buckinghamshire")
    found = read()
    assert (found.council, found.log_level) == ("buckinghamshire", "debug")


def test_an_empty_name_in_the_environment_takes_away_what_the_file_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A drill next to the live bot couldn't get rid of its port and its webhook."""
    secret = "WARDMOTE_WEBHOOK_SECRET=0123456789abcdef"
    lines = f"WARDMOTE_LISTEN=127.0.0.1:8080\nWARDMOTE_WEBHOOK=https://a.example/t\n{secret}\n"
    (tmp_path / ".env").write_text(lines)
    assert settings().webhook == "https://a.example/t"
    monkeypatch.setenv("WARDMOTE_LISTEN", "")
    monkeypatch.setenv("WARDMOTE_WEBHOOK", "")
    found = settings()
    assert (found.listen, found.webhook) == (None, None)


@pytest.mark.parametrize(
    "token",
    [
        "",
        "secret",
        "secret:part",
        ":secret",
        "123:",
        "12x:secret",
        "12:secret x",
        "12:secr\u00e9t",
        "\u0661\u0662:secret",
    ],
)
def test_a_token_of_another_shape_is_refused_and_not_repeated(token: str) -> None:
    line = refusal(token=token)
    assert line.startswith("WARDMOTE_TOKEN is wrong: a token from BotFather is expected")
    assert "secret" not in line


def test_a_token_is_not_shown_by_accident() -> None:
    assert "made-up" not in f"{settings()!r} {settings()}"


@pytest.mark.parametrize(
    ("address", "read_as"),
    [
        ("https://api.telegram.org/", "https://api.telegram.org"),
        ("http://127.0.0.1:8484", "http://127.0.0.1:8484"),
        ("http://localhost:8484/", "http://localhost:8484"),
        ("http://[::1]:8484", "http://[::1]:8484"),
    ],
)
def test_a_safe_address_is_taken(address: str, read_as: str) -> None:
    assert settings(bot_api=address).bot_api == read_as


@pytest.mark.parametrize(
    "address",
    [
        "http://api.telegram.org",
        "http://192.168.1.5:8484",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://127.0.0.1@example.org",
        "api.telegram.org",
        "",
    ],
)
def test_an_address_that_would_carry_the_token_in_the_open_is_refused(address: str) -> None:
    assert refusal(bot_api=address).startswith("WARDMOTE_BOT_API is wrong: an address that begins")


@pytest.mark.parametrize("point", ["stored", "sent:3"])
def test_a_failpoint_is_taken_on_an_emulator(point: str) -> None:
    assert settings(failpoint=point, bot_api="http://127.0.0.1:8484").failpoint == point


@pytest.mark.parametrize(
    "address", ["https://api.telegram.org", "https://127.0.0.1.example.org", "https://example.org"]
)
def test_a_failpoint_is_refused_anywhere_else(address: str) -> None:
    line = "WARDMOTE_FAILPOINT is refused unless WARDMOTE_BOT_API is loopback."
    assert refusal(failpoint="stored", bot_api=address) == line


@pytest.mark.parametrize("point", ["lunch", "sent:0", "sent:", "stored,acted"])
def test_a_failpoint_nobody_knows_is_refused(point: str) -> None:
    line = refusal(failpoint=point, bot_api="http://127.0.0.1:8484")
    assert line.startswith("WARDMOTE_FAILPOINT is wrong")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("database", "mysql://hidden@example.org/wardmote"),
        ("database", "sqlite:///hidden.db"),
        ("messages_a_second", "hidden"),
        ("messages_a_second", 0),
        ("log_level", "hidden"),
        ("newcomer_seconds", -1),
    ],
)
def test_a_wrong_value_is_named_and_not_repeated(name: str, value: object) -> None:
    line = refusal(**{name: value})
    assert line.startswith(f"WARDMOTE_{name.upper()} is wrong")
    assert "hidden" not in line


@pytest.mark.parametrize("empty", ["", " ", "\t"])
def test_an_empty_setting_is_an_absent_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    """F4."""
    (tmp_path / ".env").write_text(f"WARDMOTE_LOG_LEVEL=\nWARDMOTE_TOKEN={TOKEN}\n")
    for name in ("LISTEN", "WEBHOOK", "CONTENT", "DATABASE", "FORGOTTEN", "MESSAGES_A_SECOND"):
        monkeypatch.setenv(f"WARDMOTE_{name}", empty)
    found = read(council="buckinghamshire")
    assert found.listen is found.webhook is found.content is found.forgotten is None
    assert (found.database, found.log_level) == ("sqlite+aiosqlite:///wardmote.db", "info")


def test_a_misspelt_setting_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F4."""
    (tmp_path / ".env").write_text("WARDMOTE_LISTN=hidden\nOTHER=1\nWARDMOTE_TOKEN=x\n")
    monkeypatch.setenv("WARDMOTE_ZZZ", "hidden")
    assert unknown() == [
        "WARDMOTE_LISTN isn't a setting. Did you mean WARDMOTE_LISTEN?",
        "WARDMOTE_ZZZ isn't a setting. It changes nothing.",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+asyncpg://hidden@example.org:port/wardmote",
        "postgresql+asyncpg://hidden@example.org:99999/wardmote",
        "postgresql+asyncpg://hidden@example.org/wardmote?lunch=1",
        "postgresql+asyncpg://hidden@example.org/wardmote?sslmode=sometimes",
    ],
)
def test_a_wrong_address_of_a_database_is_one_line(address: str) -> None:
    """F4."""
    line = refusal(database=address)
    assert line.startswith("WARDMOTE_DATABASE is wrong: ")
    assert "hidden" not in line


def test_sslmode_is_taken_as_other_programs_take_it() -> None:
    """F4."""
    address = "postgresql+asyncpg://u@example.org/wardmote?sslmode=require"
    assert dict(Database(settings(database=address).database).url.query) == {"ssl": "require"}


def test_a_misspelt_name_of_a_required_setting_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WARDMOTE_TOKEN", raising=False)
    (tmp_path / ".env").write_text("WARDMOTE_TOKNE=hidden\nWARDMOTE_COUNCIL=buckinghamshire\n")
    with pytest.raises(SettingsError) as refused:
        read()
    assert str(refused.value).splitlines() == [
        "WARDMOTE_TOKEN is missing. The bot's token, from BotFather. No default.",
        "WARDMOTE_TOKNE isn't a setting. Did you mean WARDMOTE_TOKEN?",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_settings_saved_in_another_encoding_are_called_so(tmp_path: Path, encoding: str) -> None:
    (tmp_path / ".env").write_text("# costs \u00a3 5\nWARDMOTE_TOKEN=1:x\n", encoding)
    with pytest.raises(SettingsError, match="isn't written in UTF-8"):
        read()
