"""What is logged, and by whom: our own events, and nobody else's chatter."""

from __future__ import annotations

import logging
import sys

import structlog

TALKATIVE = (
    "uk_postcodes_parsing",
    "httpx",
    "httpcore",
    "telegram",
    "aiosqlite",
    "apscheduler",
    "uvicorn",
)
"""Libraries that log what they are handed: postcodes, addresses with the token in them."""


def hush() -> None:
    """Let no library log below an error, nor anything a resident typed."""
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL)
        logger.propagate = False


def to_stderr(level: str) -> None:
    """Our own events from ``level`` up, a line each, on the error stream."""
    hush()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
