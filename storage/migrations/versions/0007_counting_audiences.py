"""Two indexes from which audiences are counted, without reading residents and contacts."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    with op.batch_alter_table("residents", schema=None) as batch_op:
        batch_op.create_index("ix_residents_ward_id", ["ward", "id"], unique=False)
        batch_op.drop_index(batch_op.f("ix_residents_ward"))
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index("ix_contacts_reach", ["resident_id", "reach", "id"], unique=False)


def downgrade() -> None:
    """Undo the migration."""

    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index("ix_contacts_reach")
    with op.batch_alter_table("residents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_residents_ward"), ["ward"], unique=False)
        batch_op.drop_index("ix_residents_ward_id")
