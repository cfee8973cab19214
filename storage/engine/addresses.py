"""Addresses of databases, as the drivers want them."""

from __future__ import annotations

from sqlalchemy.engine import URL


def for_asyncpg(url: URL) -> URL:
    """libpq's sslmode, as it is in most addresses of PostgreSQL, is ssl for asyncpg."""
    mode = url.query.get("sslmode")
    if mode is None or url.get_backend_name() != "postgresql":
        return url
    return url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
