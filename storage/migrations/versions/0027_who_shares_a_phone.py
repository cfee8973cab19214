"""An index by which responses from shared phones are found."""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""
    op.create_index(
        "ix_responses_mode", "responses", ["consultation", "mode", "resident_id"], unique=False
    )


def downgrade() -> None:
    """Undo the migration."""
    op.drop_index("ix_responses_mode", table_name="responses")
