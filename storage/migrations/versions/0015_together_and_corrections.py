"""Which deliveries left as one message, and which broadcast another one corrects."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    op.add_column("deliveries", sa.Column("joined", sa.BigInteger(), nullable=True))
    op.add_column("broadcasts", sa.Column("corrects", sa.BigInteger(), nullable=True))
    op.add_column("broadcasts", sa.Column("corrected_words", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Undo the migration."""

    # Not by Alembic, which would build the tables again on SQLite, and lose what refers to them.
    op.execute("ALTER TABLE broadcasts DROP COLUMN corrected_words")
    op.execute("ALTER TABLE broadcasts DROP COLUMN corrects")
    op.execute("ALTER TABLE deliveries DROP COLUMN joined")
