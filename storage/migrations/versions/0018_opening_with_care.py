"""What staff decide about consultations. Those that have opened by now stay open."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Apply the migration."""

    steps = op.create_table(
        "consultation_steps",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("slug", sa.String(length=64), nullable=False),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_consultation_steps_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation_steps")),
    )
    now = datetime.now(UTC)
    opened = [row for row in _in_force() if row["at"] <= now]
    if opened:
        op.bulk_insert(steps, opened)


def downgrade() -> None:
    """Undo the migration. Extensions, pauses and withdrawals are lost: dates are those of the files
    again."""

    op.drop_table("consultation_steps")


def _in_force() -> list[dict[str, Any]]:
    """Each consultation in force as a row of one that was opened at its date."""
    table = sa.table
    in_force = table("consultations", sa.column("slug"), sa.column("version_id"))
    versions = table("consultation_versions", sa.column("id"), sa.column("body", DOCUMENT))
    query = sa.select(in_force.c.slug, versions.c.body).join(
        versions, versions.c.id == in_force.c.version_id
    )
    return [
        {
            "slug": row.slug,
            "act": "opened",
            "at": datetime.fromisoformat(row.body["opens_at"]).astimezone(UTC),
            "staff_id": None,
            "until": None,
            "reason": "open before openings were approved",
            "told_at": None,
        }
        for row in op.get_bind().execute(query)
    ]
