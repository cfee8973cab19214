"""Reading lists of what people wrote, and submissions that came without the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = (
    "listed_texts",
    "text_writers",
    "text_translations",
    "text_readings",
    "reading_themes",
    "text_filings",
    "reader_languages",
    "submissions",
)


def _key(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def upgrade() -> None:
    """Apply the migration."""

    _texts()
    _marks()
    _submissions()


def _texts() -> None:
    op.create_table(
        "listed_texts",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("same_words", sa.String(length=32), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("is_changed", sa.Boolean(), nullable=False),
        sa.Column("is_there", sa.Boolean(), nullable=False),
        sa.Column("listed_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        _primary("listed_texts", "id"),
        _unique("listed_texts", "consultation", "question", "kind", "same_words"),
    )
    op.create_index(
        "ix_listed_texts_list", "listed_texts", ["consultation", "is_there", "read_at", "id"]
    )
    op.create_table(
        "text_writers",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("resident_id", sa.BigInteger(), nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=40), nullable=False),
        sa.Column("comment_id", sa.BigInteger(), nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=True),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("was_read", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id", "consultation"],
            ["responses.resident_id", "responses.consultation"],
            name=op.f("fk_text_writers_resident_id_consultation"),
        ),
        _key("text_writers", "text_id", "listed_texts"),
        _primary("text_writers", "id"),
        _unique("text_writers", "consultation", "resident_id", "question", "comment_id"),
    )
    op.create_index("ix_text_writers_text", "text_writers", ["text_id", "consultation"])
    op.create_index("ix_text_writers_resident", "text_writers", ["resident_id"])
    op.create_table(
        "text_translations",
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("translated_by", sa.BigInteger(), nullable=False),
        sa.Column("translated_at", MOMENT, nullable=False),
        _key("text_translations", "text_id", "listed_texts"),
        _key("text_translations", "translated_by", "staff"),
        _primary("text_translations", "text_id", "language"),
    )


def _marks() -> None:
    op.create_table(
        "text_readings",
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=False),
        _key("text_readings", "text_id", "listed_texts"),
        _key("text_readings", "staff_id", "staff"),
        _primary("text_readings", "text_id", "staff_id"),
    )
    op.create_table(
        "reading_themes",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        _key("reading_themes", "added_by", "staff"),
        _primary("reading_themes", "id"),
        _unique("reading_themes", "consultation", "name"),
    )
    op.create_table(
        "text_filings",
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.Column("theme_id", NUMBER, nullable=False),
        sa.Column("filed_by", sa.BigInteger(), nullable=False),
        sa.Column("filed_at", MOMENT, nullable=False),
        _key("text_filings", "text_id", "listed_texts"),
        _key("text_filings", "theme_id", "reading_themes"),
        _key("text_filings", "filed_by", "staff"),
        _primary("text_filings", "text_id", "theme_id"),
    )
    op.create_index("ix_text_filings_theme", "text_filings", ["theme_id"])
    op.create_table(
        "reader_languages",
        sa.Column("staff_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        _key("reader_languages", "staff_id", "staff"),
        _primary("reader_languages", "staff_id", "language"),
    )


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("sender", sa.String(length=80), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("signatures", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_summary", sa.Boolean(), nullable=False),
        sa.Column("same_words", sa.String(length=32), nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.Column("entered_by", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        _key("submissions", "text_id", "listed_texts"),
        _key("submissions", "entered_by", "staff"),
        _primary("submissions", "id"),
        _unique("submissions", "text_id"),
    )
    op.create_index("ix_submissions_same", "submissions", ["consultation", "same_words"])


def downgrade() -> None:
    """Undo the migration. What was read and entered is lost; answers and comments stay."""

    for table in reversed(TABLES):
        op.drop_table(table)
