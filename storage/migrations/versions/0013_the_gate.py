"""When a broadcast was released from a hold before an election, and how many messages a week a
person wants."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    op.add_column("broadcasts", sa.Column("released_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("contacts", sa.Column("weekly", sa.String(length=8), nullable=True))


def downgrade() -> None:
    """Undo the migration. Everybody has the council's number again."""

    # Not by Alembic, which would build the tables again on SQLite, and lose what refers to them.
    op.execute("ALTER TABLE contacts DROP COLUMN weekly")
    op.execute("ALTER TABLE broadcasts DROP COLUMN released_at")
