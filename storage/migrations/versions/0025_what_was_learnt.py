"""Before which questions somebody has read what there is to learn."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration. Nobody has been shown anything before a question until now."""
    op.add_column("responses", sa.Column("learnt", sa.Text()))


def downgrade() -> None:
    """Undo the migration."""
    op.drop_column("responses", "learnt")
