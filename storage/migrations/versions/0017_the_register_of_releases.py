"""The register of releases, and requests for a file of answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply the migration. What was shown before is taken over by the bot, at its first tick."""

    op.create_table(
        "releases",
        sa.Column("consultation", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("table_hash", sa.String(64), nullable=False),
        sa.Column("rule", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("body", DOCUMENT, nullable=False),
        sa.Column("released_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("consultation", "number", name=op.f("pk_releases")),
    )
    op.create_table(
        "export_requests",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("consultation", sa.String(64), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=False),
        sa.Column("table_hash", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("reported", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["staff.id"], name=op.f("fk_export_requests_author")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["staff.id"], name=op.f("fk_export_requests_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_requests")),
    )


def downgrade() -> None:
    """Undo the migration."""

    op.drop_table("export_requests")
    op.drop_table("releases")
