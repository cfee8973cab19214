"""Drafts of several kinds for one contact. Words in hand get a draft of their own."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WORDS = "words"
IN_HAND = ("offered", "cut", "written", "forgetting")


def upgrade() -> None:
    """Apply the migration."""

    kept = []
    for row in _rows():
        in_hand = {name: row["data"][name] for name in IN_HAND if name in row["data"]}
        rest = {name: value for name, value in row["data"].items() if name not in IN_HAND}
        if row["kind"] != WORDS:
            kept.append(row | {"about": _about(row["kind"], rest), "data": rest})
        if in_hand:
            kept.append(row | {"kind": WORDS, "about": "", "data": in_hand})
    _make_again(
        [sa.Column("about", sa.String(length=24), nullable=False)], ["contact_id", "kind", "about"]
    )
    _fill(kept, "about")


def downgrade() -> None:
    """Undo the migration. Of several drafts of one contact the newest is kept."""

    newest = {row["contact_id"]: row for row in sorted(_rows(), key=lambda r: r["expires_at"])}
    _make_again([], ["contact_id"])
    _fill([*newest.values()])


def _about(kind: str, data: dict[str, Any]) -> str:
    """The number of the complaint or the alert that a draft is about."""
    named = {"complaint-outcome": "id", "closing-alert": "alert"}.get(kind, "")
    return str(data.get(named, ""))


def _rows() -> list[dict[str, Any]]:
    rows = op.get_bind().execute(sa.select(_table()))
    return [dict(row._mapping) for row in rows]


def _table(*more: str) -> sa.TableClause:
    return sa.table(
        "drafts",
        sa.column("contact_id", sa.BigInteger()),
        sa.column("kind", sa.String()),
        sa.column("data", _document()),
        sa.column("expires_at", sa.DateTime(timezone=True)),
        *(sa.column(name, sa.String()) for name in more),
    )


def _fill(rows: list[dict[str, Any]], *more: str) -> None:
    if rows:
        op.get_bind().execute(sa.insert(_table(*more)), rows)


def _make_again(columns: list[sa.Column[Any]], key: list[str]) -> None:
    op.drop_table("drafts")
    op.create_table(
        "drafts",
        sa.Column("contact_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        *columns,
        sa.Column("data", _document(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_drafts_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_drafts")),
    )
    op.create_index(op.f("ix_drafts_expires_at"), "drafts", ["expires_at"], unique=False)


def _document() -> sa.JSON:
    return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
