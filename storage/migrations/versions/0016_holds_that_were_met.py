"""The holds before an election that a broadcast has met, and when its author took it back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Apply the migration."""

    for column in ("held_wards", "undecided_wards", "held_at_first"):
        op.add_column("broadcasts", sa.Column(column, DOCUMENT, nullable=True))
    op.add_column(
        "broadcasts", sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True)
    )
    # Which of its wards was held was not stored: all of them are for what waits or was dropped.
    op.execute(
        "UPDATE broadcasts SET held_wards = wards, held_at_first = wards WHERE id IN (SELECT "
        "broadcast_id FROM deliveries WHERE reason IN ('election', 'not-released'))"
    )
    op.execute(
        "UPDATE broadcasts SET undecided_wards = wards WHERE id IN (SELECT broadcast_id "
        "FROM deliveries WHERE reason = 'election' AND state = 'queued')"
    )


def downgrade() -> None:
    """Undo the migration."""

    # Not by Alembic, which would build the tables again on SQLite, and lose what refers to them.
    for column in ("taken_back_at", "held_at_first", "undecided_wards", "held_wards"):
        op.execute(f"ALTER TABLE broadcasts DROP COLUMN {column}")
