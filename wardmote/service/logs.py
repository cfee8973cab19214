"""Logging: our own events in full; of what libraries log, only the class and the place."""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, TextIO

import structlog

from engagement.operations.log_lines import LinesForMany

log = structlog.get_logger("wardmote.service.logs")

Format = Literal["text", "json"]

TALKATIVE = (
    "uk_postcodes_parsing", "httpx", "httpcore", "telegram", "aiosqlite", "apscheduler",
    "sqlalchemy", "alembic", "aiohttp", "asyncio", "uvicorn", "starlette",
)  # fmt: skip
"""Libraries that log their input: postcodes, rows, URLs with the token in them."""
MUTE = ("uk_postcodes_parsing", "httpx", "httpcore")
"""Those whose errors are residents' typing mistakes, or that we do not call ourselves."""
PLACES = 3
"""The number of frames of a traceback that are logged, the innermost last."""


def quieten_libraries() -> None:
    """Stop libraries logging below a warning, and logging at any level what a resident typed."""
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        muted = name in MUTE
        logger.setLevel(logging.CRITICAL if muted else logging.WARNING)
        logger.propagate = not muted
    # Python's own last resort prints the text of a record; this one never does.
    logging.lastResort = LibraryHandler(logging.WARNING)


def to_stderr(level: str, form: Format = "text") -> None:
    """Log everything to the error stream, one line each.

    Our own events from ``level`` up; what libraries log from a warning up, with class and place
    instead of their text, which may contain anything.
    """
    quieten_libraries()
    to_stream(sys.stderr, level, form)
    root = logging.getLogger()
    root.handlers = [LibraryHandler(logging.WARNING)]
    root.setLevel(logging.WARNING)
    warnings.showwarning = _log_warning
    sys.excepthook = _log_crash
    sys.unraisablehook = _log_unraisable
    threading.excepthook = _log_thread_failure


def to_stream(stream: TextIO, level: str, form: Format = "text") -> None:
    """Log our own events from ``level`` up to ``stream``, one line each."""
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
        logger_factory=lambda *names: LineLogger(stream, *names),
    )


def place_of(error: BaseException) -> dict[str, str]:
    """The class of an error and where it was raised, never its text. For a group, its members."""
    leaves = list(_leaves(error))
    why = ", ".join(dict.fromkeys(type(leaf).__name__ for leaf in leaves))
    frames = traceback.extract_tb(leaves[0].__traceback__)[-PLACES:]
    return {"why": why, "at": " > ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames)}


class LineLogger(structlog.PrintLogger):
    """Writes log lines under a name. A line that cannot be written raises nothing."""

    def __init__(self, stream: TextIO, name: str = "") -> None:
        super().__init__(stream)
        self.name = name

    def msg(self, message: str) -> None:
        """Write one line. Lone surrogates are escaped, and a full disk is ignored."""
        with suppress(OSError, ValueError):
            super().msg(message.encode("utf-8", "backslashreplace").decode())

    log = debug = info = warn = warning = error = critical = fatal = exception = failure = err = msg


class LibraryHandler(logging.Handler):
    """Logs what libraries log: which library, where, and the exception's class, never the text.

    Of the same kind only the first few within a minute; a later line says how many there were.
    """

    def __init__(self, level: int = logging.NOTSET) -> None:
        super().__init__(level)
        self._lines = LinesForMany()

    def emit(self, record: logging.LogRecord) -> None:
        """Log a record as an event of our own."""
        error = record.exc_info[1] if record.exc_info else None
        at = {"at": f"{Path(record.pathname).name}:{record.lineno}"}
        fields: dict[str, Any] = at | (place_of(error) if error is not None else {})
        kind = (record.name, record.levelno, *fields.values())
        many = self._lines.line_for(kind, time.monotonic())
        if not many:
            return
        if many > 1:
            fields["many"] = many
        if record.levelno >= logging.ERROR:
            log.error("a library failed", library=record.name, **fields)
        else:
            log.warning("a library warns", library=record.name, **fields)


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _leaves(one)
    else:
        yield error


def _without_values(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace a traceback by class and place: its text may quote a URL with the token."""
    error = event.pop("exc_info", None)
    event.pop("stack_info", None)
    if error is True:
        error = sys.exc_info()[1]
    elif isinstance(error, tuple):
        error = error[1]
    for key, value in event.items():
        if isinstance(value, BaseException):
            event[key] = type(value).__name__
    if isinstance(error, BaseException):
        event.update(place_of(error))
    return event


def _with_name(
    logger: LineLogger, _method: str, event: MutableMapping[str, Any]
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


def _log_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    place = f"{Path(filename).name}:{lineno}"
    log.warning("a library warns", library="warnings", at=place, why=category.__name__)


def _log_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        log.error("a fault ended the process", **place_of(error.with_traceback(trace)))


def _log_unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    if unraisable.exc_value is not None:
        log.error("a fault was passed over", **place_of(unraisable.exc_value))


def _log_thread_failure(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        log.error("a thread failed", **place_of(args.exc_value))
