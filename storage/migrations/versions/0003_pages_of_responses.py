"""An index for paging an export, so that not every page sorts all responses."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.create_index("ix_responses_pages", ["consultation", "resident_id"], unique=False)


def downgrade() -> None:
    """Undo the migration."""

    with op.batch_alter_table("responses", schema=None) as batch_op:
        batch_op.drop_index("ix_responses_pages")
