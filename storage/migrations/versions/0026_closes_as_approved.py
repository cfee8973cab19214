"""The close of its questions that an invitation named when it was approved."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration. Of what was approved before it isn't known."""
    op.add_column(
        "broadcasts", sa.Column("closes_named", sa.DateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    """Undo the migration."""
    op.drop_column("broadcasts", "closes_named")
