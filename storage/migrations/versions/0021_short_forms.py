"""Whether somebody has chosen the short form of a consultation."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration. Who has answered before was asked everything."""
    op.add_column(
        "responses",
        sa.Column("short", sa.Boolean(), server_default=sa.false(), nullable=False),
    )


def downgrade() -> None:
    """Undo the migration."""
    op.drop_column("responses", "short")
