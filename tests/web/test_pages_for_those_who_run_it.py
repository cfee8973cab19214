"""/healthz, /readyz and /metrics say how the bot is, in plain words, and nothing of anybody."""

import asyncio
import json
import sqlite3
from contextlib import closing
from math import inf
from pathlib import Path

import pytest
from posting import METRICS_SECRET, TOKEN, WORD, posting_house, words_of

from content.library import Library
from engagement.broadcasts.bot_api_responses import Fate
from engagement.broadcasts.delivery import DeliveryState
from wardmote.service.metrics import Metrics
from wardmote.service.monitoring_checks import Readiness


async def test_a_bot_that_serves_is_alive_and_ready(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        await here.until(lambda: here.telegram.asked("getWebhookInfo"))
        await asyncio.sleep(0.1)
        for path, names in (
            ("/healthz", {"event loop", "writing"}),
            (
                "/readyz",
                {"database", "schema", "writing", "saving", "receiver", "telegram", "token"},
            ),
        ):
            status, body, headers = await here.get(path)
            said = json.loads(body)
            assert (status, said["good"]) == (200, True), body
            assert said["checks"].keys() == names
            assert all(check["good"] and check["says"] for check in said["checks"].values())
            assert headers["Content-Type"] == "application/json"


async def test_a_bot_that_polls_is_ready_too_and_has_no_webhook(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated, webhook=False) as here:
        await here.until(lambda: here.telegram.asked("getUpdates"))
        await asyncio.sleep(0.1)
        assert (await here.get("/readyz"))[0] == 200
        assert await here.post(words_of(7, "/start", 1)) == 404
        assert here.telegram.asked("setWebhook") == []


async def test_a_schema_of_another_version_is_not_ready_and_says_what_to_run(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        with closing(sqlite3.connect(here.database)) as db, db:
            db.execute("UPDATE alembic_version SET version_num = '0001'")
        status, body, _ = await here.get("/readyz")
        said = json.loads(body)
        assert (status, said["good"]) == (503, False)
        assert not said["checks"]["schema"]["good"]
        assert "wardmote migrate" in said["checks"]["schema"]["says"]
        assert said["checks"]["database"]["good"]
        assert (await here.get("/healthz"))[0] == 200


async def test_a_database_that_is_away_is_not_ready_and_the_process_lives_on(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        # Every reader is taken: whoever asks now gets no answer within two seconds.
        async with (
            here.service.database.read(),
            here.service.database.read(),
            here.service.database.read(),
            here.service.database.read(),
        ):
            status, body, _ = await here.get("/readyz")
            assert status == 503
            assert not json.loads(body)["checks"]["database"]["good"]
            _, figures, _ = await here.get("/metrics")
            assert "wardmote_database_up 0.0" in figures
            assert (await here.get("/healthz"))[0] == 200
        assert (await here.get("/readyz"))[0] == 200
        assert "wardmote_database_up 1.0" in (await here.get("/metrics"))[1]


async def test_a_telegram_not_heard_for_two_minutes_a_refused_token_and_a_closed_door_are_not_ready(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        now = 1000.0
        figures = Metrics(clock=lambda: now)
        readiness = Readiness(here.service, figures)

        async def bad() -> set[str]:
            return {check.name for check in await readiness.ready() if not check.good}

        assert await bad() == {"telegram"}
        figures.fetched()
        assert await bad() == set()
        figures.called(Fate.UNAUTHORISED)
        assert await bad() == {"token"}
        figures.called(Fate.NEVER_SENT)
        assert await bad() == {"token"}
        figures.called(Fate.DONE)
        assert await bad() == set()
        now = 1119.0
        assert await bad() == set()
        now = 1121.0
        assert await bad() == {"telegram"}


async def test_a_commit_that_does_not_end_is_said(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        readiness = Readiness(here.service, Metrics(), stuck_seconds=0.2)
        await here.until(lambda: here.service.idle)
        with closing(sqlite3.connect(here.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            posting = asyncio.get_running_loop().create_task(here.post(words_of(7, "/start", 1)))
            await here.until(lambda: not all(check.good for check in readiness.lives()))
            other.execute("ROLLBACK")
            assert await posting == 200
        await here.until(lambda: all(check.good for check in readiness.lives()))


async def test_every_answer_has_its_guards_and_no_banner(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for path in ("/healthz", "/readyz", "/metrics", "/nowhere", "/telegram"):
            _, _, headers = await here.get(path)
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert "default-src 'none'" in headers["Content-Security-Policy"]
            assert headers["Cache-Control"] == "no-store"
            assert "Server" not in headers


@pytest.mark.parametrize(
    ("webhook", "secret", "sent", "status"),
    [
        (True, METRICS_SECRET, METRICS_SECRET, 200),
        (True, METRICS_SECRET, "", 401),
        (True, METRICS_SECRET, METRICS_SECRET[:-1], 401),
        (True, METRICS_SECRET, "ä" * 20, 401),
        (True, None, "", 404),
        (False, None, "", 200),
        (False, METRICS_SECRET, "", 401),
    ],
)
async def test_metrics_beside_a_webhook_need_a_secret(
    buckinghamshire: Library, tmp_path: Path, migrated: Path,
    webhook: bool, secret: str | None, sent: str, status: int,
) -> None:  # fmt: skip
    """P10."""
    async with posting_house(
        buckinghamshire, tmp_path, migrated, webhook=webhook, metrics_secret=secret
    ) as here:
        found, body, _ = await here.get("/metrics", sent)
        assert (found, "wardmote" in body) == (status, status == 200)
        assert (await here.get("/healthz", ""))[0] == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/telegram", 405),
        ("PUT", "/telegram", 405),
        ("DELETE", "/telegram", 405),
        ("POST", "/healthz", 405),
        ("POST", "/metrics", 405),
        ("GET", "/", 404),
        ("GET", "/healthz/", 404),
        ("POST", "/telegram/", 404),
        ("POST", "/", 404),
        ("GET", "/../metrics/x", 404),
    ],
)
async def test_other_paths_and_methods_lead_nowhere(
    buckinghamshire: Library,
    tmp_path: Path,
    migrated: Path,
    method: str,
    path: str,
    status: int,
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        word = {"X-Telegram-Bot-Api-Secret-Token": WORD}
        async with here.session.request(method, f"{here.door}{path}", headers=word) as answer:
            assert answer.status == status


async def test_no_page_holds_a_secret_a_name_a_chat_or_words(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        for number in range(1, 31):
            user = 5_550_000 + number
            assert await here.post(words_of(user, "I live at HP12 3HP", number)) == 200
        await here.until(lambda: here.service.bot.receiver.idle)
        said = "".join([(await here.get(path))[1] for path in ("/healthz", "/readyz", "/metrics")])
        for secret in (TOKEN, WORD, "555000", "Zebediah", "HP12", "E0501"):
            assert secret not in said


def sample(figures: Metrics, name: str) -> float:
    line = next(x for x in figures.text(None).decode().splitlines() if x.startswith(f"{name} "))
    return float(line.rpartition(" ")[2])


def test_what_people_cause_moves_in_tens_and_our_own_troubles_one_by_one() -> None:
    figures = Metrics()
    sent = 'wardmote_deliveries_settled_total{state="sent"}'
    done = 'wardmote_calls_total{end="done"}'
    for _ in range(9):
        figures.stored(1, 0.02)
        figures.answered(0.3)
        figures.settled(DeliveryState.SENT, 1)
        figures.called(Fate.DONE)
    before = figures.text(None)
    assert sent.encode() not in before
    assert sample(figures, "wardmote_updates_stored_total") == 0
    assert sample(figures, "wardmote_update_stored_seconds_sum") == 0
    assert sample(figures, "wardmote_reply_seconds_count") == 0
    figures.stored(1, 0.02)
    figures.answered(0.3)
    figures.settled(DeliveryState.SENT, 15)
    figures.called(Fate.DONE)
    assert sample(figures, "wardmote_updates_stored_total") == 10
    assert sample(figures, "wardmote_reply_seconds_count") == 10
    assert sample(figures, sent) == 20
    assert sample(figures, done) == 10
    figures.set_aside()
    figures.called(Fate.SLOW_DOWN)
    figures.paused(5)
    figures.paused(2.5)  # of our own, after trouble after trouble
    figures.database_away()
    figures.called(Fate.UNKNOWN)
    figures.post_refused("secret")
    assert sample(figures, "wardmote_updates_set_aside_total") == 1
    assert sample(figures, "wardmote_paused_seconds_total") == 7.5
    assert sample(figures, "wardmote_slow_downs_total") == 1
    assert sample(figures, "wardmote_commits_retried_total") == 1
    assert sample(figures, 'wardmote_calls_total{end="unknown"}') == 1
    assert sample(figures, 'wardmote_posts_refused_total{reason="secret"}') == 1


def test_when_telegram_was_heard_tells_nobody_when_somebody_wrote() -> None:
    now = 1000.0
    figures = Metrics(clock=lambda: now)
    heard = "wardmote_telegram_heard_seconds"
    assert sample(figures, heard) == inf
    figures.fetched()
    for later, shown in ((0, 30), (29, 30), (30, 30), (31, 60), (119, 120), (121, 150)):
        now = 1000.0 + later
        assert sample(figures, heard) == shown
    now = 2000.0
    figures.fetched()
    now = 2000.1
    assert sample(figures, heard) == 30
    assert figures.heard_seconds == pytest.approx(0.1)


def test_who_has_blocked_us_is_told_apart_by_no_figure() -> None:
    figures = Metrics()
    for fate in (Fate.BLOCKED, Fate.GONE, Fate.REFUSED) * 10:
        figures.called(fate)
    assert sample(figures, 'wardmote_calls_total{end="refused"}') == 30
    assert b'end="blocked"' not in figures.text(None)
    assert b'end="gone"' not in figures.text(None)


def test_two_bots_in_one_process_count_for_themselves() -> None:
    one, other = Metrics(), Metrics()
    one.set_aside()
    assert sample(other, "wardmote_updates_set_aside_total") == 0
