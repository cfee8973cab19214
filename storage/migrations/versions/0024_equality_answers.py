"""What people say of themselves, apart from their other answers, and who was offered to."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    op.create_table(
        "equality_answers",
        sa.Column("resident_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id", "consultation"],
            ["responses.resident_id", "responses.consultation"],
            name=op.f("fk_equality_answers_resident_id_consultation"),
        ),
        sa.PrimaryKeyConstraint(
            "resident_id", "consultation", "question", name=op.f("pk_equality_answers")
        ),
    )
    op.create_index("ix_equality_answers_consultation", "equality_answers", ["consultation"])
    op.add_column(
        "contacts",
        sa.Column("equality_offered", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Undo the migration. What people have said of themselves is deleted."""

    # Not by Alembic, which would build the table again on SQLite, and lose what refers to it.
    op.execute("ALTER TABLE contacts DROP COLUMN equality_offered")
    op.drop_table("equality_answers")
