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

    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("released_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("weekly", sa.String(length=8), nullable=True))


def downgrade() -> None:
    """Undo the migration. Everybody has the council's number again."""

    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_column("weekly")
    with op.batch_alter_table("broadcasts", schema=None) as batch_op:
        batch_op.drop_column("released_at")
