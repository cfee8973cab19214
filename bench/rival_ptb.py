"""A bot for comparison: python-telegram-bot as in its manual, with its own HTTP client and an ORM.

It runs in its own process. ``taps`` stores an answer, answers the tap and edits the message.
``sends`` sends messages and stores nothing. ``bench.speed`` compares our bot with it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import Bot, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from bench.seeding import FIRST_PHONE
from bench.town import TOKEN


class Base(DeclarativeBase):
    """The base of the mapped classes."""


class Answer(Base):
    """One answer of one person."""

    __tablename__ = "answers"
    user: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


def _make_durable(connection: Any, _: object) -> None:
    """Sync every commit to the disk, as our bot does."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


async def taps(site: str, at_once: int) -> None:
    """Serve taps until killed."""
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        engine = create_async_engine(f"sqlite+aiosqlite:///{Path(folder) / 'answers.db'}")
        event.listen(engine.sync_engine, "connect", _make_durable)
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        sessions = async_sessionmaker(engine, expire_on_commit=False)

        async def choose(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
            query = update.callback_query
            assert query is not None
            value = str(query.data)
            await _keep(sessions, query.from_user.id, value)
            await query.answer()
            await query.edit_message_text(f"2 of 4. You chose {value}.")

        builder = Application.builder().token(TOKEN).base_url(f"{site}/bot")
        application = builder.concurrent_updates(at_once).build()
        application.add_handler(CallbackQueryHandler(choose))
        async with application:
            await application.start()
            assert application.updater is not None
            await application.updater.start_polling(drop_pending_updates=False)
            await asyncio.Event().wait()


async def _keep(sessions: async_sessionmaker[AsyncSession], user: int, value: str) -> None:
    async with sessions() as session:
        await session.merge(Answer(user=user, question="how_often", value=value))
        await session.commit()


async def sends(site: str, at_once: int, count: int) -> None:
    """Send ``count`` messages, ``at_once`` in flight."""
    left = iter(range(count))
    async with Bot(TOKEN, base_url=f"{site}/bot") as bot:

        async def send_some() -> None:
            for number in left:
                with contextlib.suppress(TimeoutError):
                    await bot.send_message(FIRST_PHONE + number, "The lamps are on.")

        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(send_some())


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["taps", "sends"])
    parser.add_argument("site")
    parser.add_argument("at_once", type=int)
    parser.add_argument("count", type=int, nargs="?", default=0)
    given = parser.parse_args()
    if given.what == "taps":
        asyncio.run(taps(given.site, given.at_once))
    else:
        asyncio.run(sends(given.site, given.at_once, given.count))


if __name__ == "__main__":
    main()
