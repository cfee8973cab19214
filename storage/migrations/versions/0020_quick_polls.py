"""Quick polls: what a broadcast asks, how its running total stands, and what people answered."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply the migration."""

    op.add_column("broadcasts", sa.Column("poll", DOCUMENT, nullable=True))
    op.create_table(
        "polls",
        sa.Column("broadcast_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.Integer(), nullable=False),
        sa.Column("stopped_at", MOMENT, nullable=True),
        sa.Column("stopped_by", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        _key("polls", "broadcast_id", "broadcasts", "id"),
        _key("polls", "stopped_by", "staff", "id"),
        sa.PrimaryKeyConstraint("broadcast_id", name=op.f("pk_polls")),
    )
    op.create_table(
        "poll_answers",
        sa.Column("broadcast_id", sa.BigInteger(), nullable=False),
        sa.Column("resident_id", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(length=100), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("counted_in", sa.Integer(), nullable=True),
        _key("poll_answers", "broadcast_id", "polls", "broadcast_id"),
        _key("poll_answers", "resident_id", "residents", "id"),
        sa.PrimaryKeyConstraint("broadcast_id", "resident_id", name=op.f("pk_poll_answers")),
    )
    op.create_index("ix_poll_answers_resident", "poll_answers", ["resident_id"])


def downgrade() -> None:
    """Undo the migration. Polls and the answers to them are lost; what was released of them stays
    in the register."""

    op.drop_table("poll_answers")
    op.drop_table("polls")
    op.drop_column("broadcasts", "poll")


def _key(table: str, column: str, of: str, there: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{of}.{there}"], name=name)
