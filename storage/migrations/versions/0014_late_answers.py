"""Answers that came after the close, kept apart from those that count."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply the migration."""

    op.create_table(
        "late_answers",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("resident_id", sa.BigInteger(), nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column(
            "value", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("is_comment", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id", "consultation"],
            ["responses.resident_id", "responses.consultation"],
            name=op.f("fk_late_answers_resident_id_consultation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_late_answers")),
    )
    with op.batch_alter_table("late_answers", schema=None) as batch_op:
        batch_op.create_index(
            "ix_late_answers_resident", ["resident_id", "consultation"], unique=False
        )
        batch_op.create_index("ix_late_answers_consultation", ["consultation"], unique=False)


def downgrade() -> None:
    """Undo the migration. Late answers are lost; those that count stay."""

    op.drop_table("late_answers")
