"""Ids of updates: which can be stored, and which confirms them all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

TOO_LARGE = 1 << 63
"""An update id from here on doesn't fit the database's 64-bit integers."""


def storable(updates: Sequence[Any]) -> list[dict[str, Any]]:
    """The updates whose id can be stored: 63 bits and a sign."""
    return [u for u in _with_id(updates) if -TOO_LARGE <= u["update_id"] < TOO_LARGE]


def last_id(updates: Sequence[Any]) -> int | None:
    """The id that confirms all of these updates, even if it is too large to store."""
    return max((u["update_id"] for u in _with_id(updates)), default=None)


def _with_id(updates: Sequence[Any]) -> list[dict[str, Any]]:
    return [u for u in updates if isinstance(u, dict) and type(u.get("update_id")) is int]
