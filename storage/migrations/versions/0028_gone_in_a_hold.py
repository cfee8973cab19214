"""Voice notes whose authors were forgotten during a legal hold, and which go at its end."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration. Until now every author without a contact had been forgotten, except
    those on somebody else's phone: of them the link alone may have been cut."""
    op.add_column(
        "voice_notes",
        sa.Column("author_gone", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute(
        "UPDATE voice_notes SET author_gone = true"
        " WHERE NOT EXISTS (SELECT 1 FROM contacts"
        " WHERE contacts.resident_id = voice_notes.resident_id)"
        " AND EXISTS (SELECT 1 FROM responses"
        " WHERE responses.resident_id = voice_notes.resident_id"
        " AND responses.consultation = voice_notes.consultation"
        " AND responses.mode <> 'shared phone')"
    )


def downgrade() -> None:
    """Undo the migration."""
    op.drop_column("voice_notes", "author_gone")
