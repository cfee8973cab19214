"""What is logged, and by whom: our own events in full, of what others log only class and place."""

from __future__ import annotations

import json
import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog

log = structlog.get_logger("wardmote.service.logs")

Format = Literal["text", "json"]

TALKATIVE = (
    "uk_postcodes_parsing", "httpx", "httpcore", "telegram", "aiosqlite", "apscheduler",
    "sqlalchemy", "alembic", "aiohttp", "asyncio", "uvicorn", "starlette",
)  # fmt: skip
"""Libraries that log what they are handed: postcodes, rows, addresses with the token in them."""
MUTE = ("uk_postcodes_parsing", "httpx", "httpcore")
"""Those whose errors are our residents' typing mistakes, or that we do not call ourselves."""
PLACES = 3
"""How many frames of a traceback are named, the innermost last."""


def hush() -> None:
    """Let no library log below a warning, nor anything a resident typed at any level."""
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        muted = name in MUTE
        logger.setLevel(logging.CRITICAL if muted else logging.WARNING)
        logger.propagate = not muted
    # Where nobody has set a handler up, Python prints the text: ours never does.
    logging.lastResort = Elsewhere(logging.WARNING)


def to_stderr(level: str, form: Format = "text") -> None:
    """Everything there is to log, a line each, on the error stream.

    Our own events come from ``level`` up; whatever others log from a warning up, with class and
    place instead of their words: those may hold anything.
    """
    hush()
    to_stream(sys.stderr, level, form)
    root = logging.getLogger()
    root.handlers = [Elsewhere(logging.WARNING)]
    root.setLevel(logging.WARNING)
    warnings.showwarning = _warned
    sys.excepthook = _ended
    sys.unraisablehook = _passed_over
    threading.excepthook = _thread_failed


def to_stream(stream: TextIO, level: str, form: Format = "text") -> None:
    """Our own events from ``level`` up, a line each, on ``stream``."""
    clock = structlog.processors.TimeStamper(
        fmt="iso" if form == "json" else "%Y-%m-%d %H:%M:%S", utc=form == "json", key=_time(form)
    )
    render = (
        structlog.processors.JSONRenderer(serializer=_json_line)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=stream.isatty())
    )
    named = [_with_name] if form == "json" else []
    structlog.configure(
        processors=[structlog.processors.add_log_level, *named, _without_values, clock, render],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=lambda *names: Pen(stream, *names),
    )


def place_of(trouble: BaseException) -> dict[str, str]:
    """What went wrong and where, without a word of what it says. Of a group, its members."""
    leaves = list(_leaves(trouble))
    why = ", ".join(dict.fromkeys(type(leaf).__name__ for leaf in leaves))
    frames = traceback.extract_tb(leaves[0].__traceback__)[-PLACES:]
    return {"why": why, "at": " > ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames)}


class Pen(structlog.PrintLogger):
    """Writes lines, under a name. One that cannot be written ends nothing."""

    def __init__(self, stream: TextIO, name: str = "") -> None:
        super().__init__(stream)
        self.name = name

    def msg(self, message: str) -> None:
        """One line. Lone surrogates and a full disk are no reason to fail."""
        with suppress(OSError, ValueError):
            super().msg(message.encode("utf-8", "backslashreplace").decode())

    log = debug = info = warn = warning = error = critical = fatal = exception = failure = err = msg


class Elsewhere(logging.Handler):
    """Takes what others log: who, where and the exception's class, never their words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on as an event of ours."""
        trouble = record.exc_info[1] if record.exc_info else None
        at = {"at": f"{Path(record.pathname).name}:{record.lineno}"}
        fields = at | (place_of(trouble) if trouble is not None else {})
        if record.levelno >= logging.ERROR:
            log.error("a library failed", library=record.name, **fields)
        else:
            log.warning("a library warns", library=record.name, **fields)


def _leaves(trouble: BaseException) -> Iterator[BaseException]:
    if isinstance(trouble, BaseExceptionGroup):
        for one in trouble.exceptions:
            yield from _leaves(one)
    else:
        yield trouble


def _without_values(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """A traceback becomes class and place: its text may quote a URL with the token."""
    trouble = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if trouble is True:
        trouble = sys.exc_info()[1]
    elif isinstance(trouble, tuple):
        trouble = trouble[1]
    for key, value in event.items():
        if isinstance(value, BaseException):
            event[key] = type(value).__name__
    if isinstance(trouble, BaseException):
        event.update(place_of(trouble))
    return event


def _with_name(
    logger: Pen, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    event["logger"] = logger.name
    return event


def _time(form: Format) -> str:
    return "time" if form == "json" else "timestamp"


def _json_line(event: MutableMapping[str, Any], **_: object) -> str:
    first = {key: event[key] for key in ("time", "level", "logger", "event")}
    return json.dumps(
        {**first, **event}, ensure_ascii=True, default=lambda value: type(value).__name__
    )


def _warned(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    place = f"{Path(filename).name}:{lineno}"
    log.warning("a library warns", library="warnings", at=place, why=category.__name__)


def _ended(kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        log.error("a fault ended the process", **place_of(trouble.with_traceback(trace)))


def _passed_over(unraisable: sys.UnraisableHookArgs) -> None:
    if unraisable.exc_value is not None:
        log.error("a fault was passed over", **place_of(unraisable.exc_value))


def _thread_failed(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log.error("a thread failed", **place_of(args.exc_value))
