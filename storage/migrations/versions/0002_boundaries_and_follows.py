"""Ward boundaries, and what residents follow."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    op.create_table(
        "boundaries",
        sa.Column("vintage", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("ward", sa.String(length=9), nullable=False),
        sa.Column(
            "shape", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.PrimaryKeyConstraint("vintage", "ward", name=op.f("pk_boundaries")),
    )
    op.create_table(
        "follows",
        sa.Column("contact_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_follows_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contact_id", "kind", "subject", name=op.f("pk_follows")),
    )
    with op.batch_alter_table("follows", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_follows_kind_subject"), ["kind", "subject"], unique=False
        )


def downgrade() -> None:
    """Undo the migration."""

    with op.batch_alter_table("follows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_follows_kind_subject"))

    op.drop_table("follows")
    op.drop_table("boundaries")
