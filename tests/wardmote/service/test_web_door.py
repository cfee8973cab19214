"""The real command with its web door: what it says at its start, its log, its end, its commands."""

import asyncio
import json
import signal
import socket
import sqlite3
from contextlib import closing

import aiohttp
import pytest
from deployment import Deployment, shows
from posting import WORD, free_port, stand_in, words_of

from emulator import Phone


def by_webhook(port: int) -> dict[str, str]:
    """The settings of a bot that is posted to at this port."""
    return {
        "WARDMOTE_LISTEN": f"127.0.0.1:{port}",
        "WARDMOTE_WEBHOOK": f"http://127.0.0.1:{port}/telegram",
        "WARDMOTE_WEBHOOK_SECRET": WORD,
    }


def from_bot(phone: Phone) -> int:
    return sum(message.from_bot for message in phone.messages)


async def status_of(port: int, path: str) -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"WARDMOTE_WEBHOOK": "https://a.example/b"}, "WARDMOTE_WEBHOOK needs WARDMOTE_LISTEN"),
        ({"WARDMOTE_LISTEN": "everywhere"}, "WARDMOTE_LISTEN is wrong: a host and a port"),
        ({"WARDMOTE_LISTEN": "nowhere.invalid:80"}, "port 80: this machine knows no such host."),
        ({"WARDMOTE_LISTEN": "192.0.2.1:80"}, "The web door cannot be opened at 192.0.2.1, port"),
    ],
)
async def test_a_door_that_cannot_be_is_one_clear_line(
    deployment: Deployment, settings: dict[str, str], line: str
) -> None:
    code, said = await deployment.command("run", **settings)
    assert code == 1
    assert line in said
    assert "Traceback" not in said


async def test_a_port_that_is_taken_is_one_clear_line(deployment: Deployment) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = await deployment.command("run", WARDMOTE_LISTEN=f"127.0.0.1:{port}")
    assert code == 1
    assert f"cannot be opened at 127.0.0.1, port {port}: address already in use." in said


async def test_a_resident_joins_by_webhook_and_a_restart_loses_nothing(
    deployment: Deployment,
) -> None:
    settings = by_webhook(port := free_port())
    process = await deployment.runs(**settings)
    amina = await deployment.joins("Amina")
    assert await status_of(port, "/healthz") == 200
    assert await status_of(port, "/readyz") == 200
    code, said = await deployment.command("webhook", "show", **settings)
    assert code == 0
    assert f"Telegram posts to http://127.0.0.1:{port}/telegram." in said
    assert WORD not in said
    process.send_signal(signal.SIGTERM)
    out, _ = await asyncio.wait_for(process.communicate(), 20)
    assert (process.returncode, b"Traceback" in out) == (0, False)
    amina.type("/mine")
    await asyncio.sleep(0.5)
    await deployment.runs(**settings)
    await deployment.see(lambda: shows(amina, "You haven't answered"))


@pytest.mark.parametrize("point", ["stored", "acted"])
async def test_fault_01_killed_at_any_point_a_bot_by_webhook_answers_after_a_restart(
    deployment: Deployment, point: str
) -> None:
    settings = by_webhook(free_port())
    process = await deployment.runs(**settings)
    amina = await deployment.joins("Amina")
    await deployment.kill(process)
    process = await deployment.runs(**settings, WARDMOTE_FAILPOINT=point)
    heard = from_bot(amina)
    amina.type("/mine")
    await deployment.died(process)
    await deployment.runs(**settings)
    await deployment.see(lambda: from_bot(amina) > heard)
    # What was posted before the death and repeated after it is in the inbox once.
    with closing(sqlite3.connect(deployment.folder / "wardmote.db")) as db:
        rows = [*db.execute("SELECT update_id, state FROM inbox")]
    assert len(rows) == len({number for number, _ in rows})
    assert {state for _, state in rows} == {"done"}


async def test_a_webhook_left_over_stops_a_polling_start_and_names_the_command_that_removes_it(
    deployment: Deployment,
) -> None:
    process = await deployment.runs(**by_webhook(free_port()))
    amina = await deployment.joins("Amina")
    await deployment.kill(process)
    amina.type("/mine")
    code, said = await deployment.command("run")
    assert code == 1
    assert "wardmote webhook remove" in said
    code, said = await deployment.command("webhook", "remove")
    assert (code, "Waiting messages are not lost" in said) == (0, True)
    none = "There is no webhook: the bot fetches its messages from Telegram."
    for command in ("show", "remove"):
        code, said = await deployment.command("webhook", command)
        assert (code, said.strip()) == (0, none)
    await deployment.runs()
    await deployment.see(lambda: shows(amina, "You haven't answered"))


async def test_a_webhook_telegram_does_not_take_is_one_clear_line(deployment: Deployment) -> None:
    async with stand_in() as telegram:
        telegram.refuses_with = "Bad Request: bad webhook: Failed to resolve host"
        code, said = await deployment.command(
            "run", **by_webhook(free_port()), WARDMOTE_BOT_API=telegram.url
        )
    assert code == 1
    assert "Telegram refuses this webhook (Bad Request: bad webhook: Failed to" in said
    assert "Traceback" not in said


async def test_the_log_says_what_telegram_reports_and_no_post_leaves_a_word_in_it(
    deployment: Deployment,
) -> None:
    async with stand_in() as telegram:
        telegram.error = "Wrong response from the webhook: 502 Bad Gateway"
        process = await deployment.runs(
            **by_webhook(port := free_port()),
            WARDMOTE_BOT_API=telegram.url,
            WARDMOTE_LOG_LEVEL="debug",
        )
        await deployment.see(lambda: telegram.asked("getWebhookInfo"))
        forged = json.dumps(words_of(5550001, "Zebediah lives at HP12 3HP", 1)).encode()
        async with aiohttp.ClientSession() as session:
            for word, body in ((WORD + "x", forged), (WORD, forged[:-1]), (WORD, b"{}")):
                head = {"X-Telegram-Bot-Api-Secret-Token": word}
                url = f"http://127.0.0.1:{port}/telegram?{word}"
                async with session.post(url, data=body, headers=head) as answer:
                    assert answer.status < 500
        process.send_signal(signal.SIGTERM)
        out, _ = await asyncio.wait_for(process.communicate(), 20)
    said = out.decode()
    assert "Telegram could not post to us" in said
    assert "502 Bad Gateway" in said
    assert said.count("a post was refused") == 3
    for secret in (WORD, "Zebediah", "5550001", "HP12", "made-up-for-tests"):
        assert secret not in said


async def test_webhook_commands_say_in_one_line_why_they_cannot(deployment: Deployment) -> None:
    code, said = await deployment.command("webhook", "show", WARDMOTE_TOKEN="100200300:another")
    assert (code, "Telegram does not accept this token" in said) == (1, True)
    elsewhere = {"WARDMOTE_BOT_API": "http://127.0.0.1:9"}
    code, said = await deployment.command("webhook", "remove", **elsewhere)
    assert (code, "Telegram refused or did not answer" in said) == (1, True)
    assert "Traceback" not in said


async def test_webhook_show_tells_the_last_error_and_an_address_that_is_not_ours(
    deployment: Deployment,
) -> None:
    async with stand_in() as telegram:
        telegram.posts_to = "https://elsewhere.example/bot"
        telegram.error = "Connection refused"
        api = {"WARDMOTE_BOT_API": telegram.url}
        _, unset = await deployment.command("webhook", "show", **api)
        ours = {
            "WARDMOTE_WEBHOOK": "http://127.0.0.1:8443/bot",
            "WARDMOTE_WEBHOOK_SECRET": "a" * 32,
        }
        listen = {"WARDMOTE_LISTEN": "127.0.0.1:8443"}
        _, said = await deployment.command("webhook", "show", **api, **ours, **listen)
    assert "WARDMOTE_WEBHOOK isn't set here." in unset
    assert "Telegram posts to https://elsewhere.example/bot." in said
    assert "WARDMOTE_WEBHOOK has another address here" in said
    assert "Updates waiting to be posted: fewer than 10." in said
    assert "Its last error was at" in said
    assert "Connection refused" in said
