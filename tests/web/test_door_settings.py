"""The door's settings: what is wrong is one clear line, and no value of a secret is repeated."""

from typing import Any

import pytest

from wardmote.service.settings import Settings, SettingsError, read

GOOD = {
    "_env_file": None,
    "token": "100200300:made-up",
    "council": "buckinghamshire",
    "listen": "127.0.0.1:8080",
    "webhook": "https://bot.anytown.example/telegram",
    "webhook_secret": "sixteen-letters_",
}


def given(**changed: Any) -> Settings:
    return read(**{**GOOD, **changed})


def test_without_them_there_is_no_door() -> None:
    found = read(_env_file=None, token="100200300:made-up", council="buckinghamshire")
    assert (found.listen, found.webhook, found.webhook_secret) == (None, None, None)


@pytest.mark.parametrize("listen", ["0.0.0.0:80", "localhost:1", "[::1]:8080", "wardmote:65535"])
def test_a_host_and_a_port_are_where_it_listens(listen: str) -> None:
    assert given(listen=listen).listen == listen


@pytest.mark.parametrize(
    "webhook",
    [
        "https://bot.anytown.example/telegram",
        "https://bot.anytown.example:8443/a/b-c_d.e~f",
        "http://127.0.0.1:8080/telegram",
        "http://localhost:9/telegram",
    ],
)
def test_an_address_telegram_can_post_to_is_taken(webhook: str) -> None:
    assert given(webhook=webhook).webhook == webhook


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"listen": None}, "WARDMOTE_WEBHOOK needs WARDMOTE_LISTEN"),
        ({"webhook_secret": None}, "WARDMOTE_WEBHOOK needs WARDMOTE_WEBHOOK_SECRET"),
        ({"webhook_secret": "fifteen-letters"}, "WARDMOTE_WEBHOOK_SECRET is wrong: 16 to 256"),
        ({"webhook_secret": "x" * 257}, "WARDMOTE_WEBHOOK_SECRET is wrong"),
        ({"webhook_secret": "sixteen letters "}, "WARDMOTE_WEBHOOK_SECRET is wrong"),
        ({"webhook_secret": "sixteen-letters_\n"}, "WARDMOTE_WEBHOOK_SECRET is wrong"),
        ({"webhook_secret": "sechzehn-zeichenä"}, "WARDMOTE_WEBHOOK_SECRET is wrong"),
        ({"listen": "8080"}, "WARDMOTE_LISTEN is wrong: a host and a port are expected"),
        ({"listen": "127.0.0.1:0"}, "WARDMOTE_LISTEN is wrong"),
        ({"listen": "127.0.0.1:65536"}, "WARDMOTE_LISTEN is wrong"),
        ({"listen": ":8080"}, "WARDMOTE_LISTEN is wrong"),
        ({"listen": "http://127.0.0.1:80"}, "WARDMOTE_LISTEN is wrong"),
        ({"webhook": "http://bot.anytown.example/telegram"}, "begins with https://"),
        ({"webhook": "ftp://127.0.0.1/telegram"}, "begins with https://"),
        (
            {"webhook": "https://bot.anytown.example:8080/telegram"},
            "only to the ports 443, 80, 88 and 8443",
        ),
        ({"webhook": "https://bot.anytown.example"}, "a path of its own is expected"),
        ({"webhook": "https://bot.anytown.example/"}, "a path of its own is expected"),
        ({"webhook": "https://bot.anytown.example/metrics"}, "a path of its own is expected"),
        ({"webhook": "https://bot.anytown.example/a?b=c"}, "a path of its own is expected"),
        ({"webhook": "https://me:hidden@bot.anytown.example/a"}, "a path of its own"),
        ({"webhook": "https://bot.anytown.example:99999/a"}, "that isn't an address"),
    ],
)
def test_what_is_wrong_is_one_clear_line(changed: dict[str, Any], line: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        given(**changed)
    said = str(wrong.value)
    assert line in said
    assert "\n" not in said
    secret = changed.get("webhook_secret") or GOOD["webhook_secret"]
    assert secret not in said
    assert "hidden" not in said


def test_no_setting_shows_the_word() -> None:
    assert "sixteen-letters_" not in repr(given())
