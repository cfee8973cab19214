"""Voice notes that answer a question, their sounds, and the mark of what is written down."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply the migration."""

    op.create_table(
        "voice_notes",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("resident_id", sa.BigInteger(), nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("is_told", sa.Boolean(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=True),
        sa.Column("written_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id", "consultation"],
            ["responses.resident_id", "responses.consultation"],
            name=op.f("fk_voice_notes_resident_id_consultation"),
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["staff.id"], name=op.f("fk_voice_notes_written_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voice_notes")),
    )
    op.create_index("ix_voice_notes_resident", "voice_notes", ["resident_id", "consultation"])
    op.create_index("ix_voice_notes_next", "voice_notes", ["state", "next_try_at"])
    op.create_table(
        "voice_sounds",
        sa.Column("note_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sound", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["note_id"], ["voice_notes.id"], name=op.f("fk_voice_sounds_note_id")
        ),
        sa.PrimaryKeyConstraint("note_id", name=op.f("pk_voice_sounds")),
    )
    op.add_column(
        "listed_texts",
        sa.Column("from_voice", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Undo the migration. The sounds are lost; answers that nobody has written down stay as answers
    without words."""

    for name in ("answers", "answer_history", "late_answers"):
        table = sa.table(name, sa.column("value", DOCUMENT))
        is_note = sa.cast(table.c.value, sa.String).like("{%")
        op.execute(table.update().where(is_note).values(value=""))
    op.drop_column("listed_texts", "from_voice")
    op.drop_table("voice_sounds")
    op.drop_table("voice_notes")
