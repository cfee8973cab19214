"""One table of approvals for all that a second person approves, with a hash and a last date."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WITHIN = timedelta(days=7)


TABLES = ("approvals", "broadcasts", "broadcast_variants", "audit")


def upgrade() -> None:
    """Apply the migration. A message that waits now has a week from today."""
    connection = op.get_bind()
    rows = _as_approvals(connection)
    op.drop_table("approvals")
    made = op.create_table(
        "approvals",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("subject", sa.String(length=24), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_yes", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_approvals_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sa.UniqueConstraint(
            "subject",
            "subject_id",
            "content_hash",
            "staff_id",
            name=op.f("uq_approvals_subject_subject_id_content_hash_staff_id"),
        ),
    )
    if rows:
        connection.execute(made.insert(), rows)


def _as_approvals(connection: sa.Connection) -> list[dict[str, object]]:
    """The rows of the former table, one for each person asked about a broadcast."""
    meta = sa.MetaData()
    meta.reflect(connection, only=TABLES)
    old, sent, texts, audit = (meta.tables[name] for name in TABLES)
    reasons = sa.select(audit.c.subject, audit.c.detail).where(audit.c.act == "declined-why")
    why = {
        row.subject: str(_json(row.detail).get("reason", ""))
        for row in connection.execute(reasons.order_by(audit.c.id))
    }
    written: dict[int, dict[str, str]] = {}
    versions = sa.select(texts.c.broadcast_id, texts.c.language, texts.c.text)
    for row in connection.execute(versions.order_by(texts.c.version)):
        written.setdefault(row.broadcast_id, {})[row.language] = row.text
    query = (
        sa.select(old, sent.c.kind, sent.c.wards, sent.c.theme, sent.c.consultation)
        .join(sent, sent.c.id == old.c.broadcast_id)
        .order_by(old.c.broadcast_id, old.c.staff_id)
    )
    expires = datetime.now(UTC) + WITHIN
    return [
        {
            "subject": "broadcast",
            "subject_id": str(row.broadcast_id),
            "content_hash": _hash(row, written.get(row.broadcast_id, {})),
            "staff_id": row.staff_id,
            "asked_at": row.asked_at,
            "expires_at": expires,
            "said_yes": row.said_yes,
            "reason": why.get(str(row.broadcast_id), "") if row.said_yes in (False, 0) else "",
            "answered_at": row.answered_at,
        }
        for row in connection.execute(query)
    ]


def _hash(row: sa.Row[Any], texts: dict[str, str]) -> str:
    """As the product counted it when this migration was written."""
    content = {
        "kind": row.kind,
        "wards": _json(row.wards),
        "theme": row.theme,
        "consultation": row.consultation,
        "texts": texts,
    }
    written = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def downgrade() -> None:
    """Undo the migration. What was approved beside broadcasts is lost, and so are the reasons."""
    connection = op.get_bind()
    meta = sa.MetaData()
    meta.reflect(connection, only=("approvals",))
    new = meta.tables["approvals"]
    latest: dict[tuple[int, int], dict[str, object]] = {}
    for row in connection.execute(
        sa.select(new).where(new.c.subject == "broadcast").order_by(new.c.id)
    ):
        latest[int(row.subject_id), row.staff_id] = {
            "broadcast_id": int(row.subject_id),
            "staff_id": row.staff_id,
            "asked_at": row.asked_at,
            "said_yes": row.said_yes,
            "answered_at": row.answered_at,
        }
    op.drop_table("approvals")
    made = op.create_table(
        "approvals",
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said_yes", sa.Boolean(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_approvals_broadcast_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_approvals_staff_id")),
        sa.PrimaryKeyConstraint("broadcast_id", "staff_id", name=op.f("pk_approvals")),
    )
    if latest:
        connection.execute(made.insert(), [*latest.values()])
