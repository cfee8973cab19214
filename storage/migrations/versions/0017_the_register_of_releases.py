"""The register of releases: results as they were shown, written once."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")
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


def downgrade() -> None:
    """Undo the migration."""

    op.drop_table("releases")
