"""Duties of staff. Who was named to read words of danger has the first of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply the migration."""

    op.create_table(
        "duties",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("duty", sa.String(length=24), nullable=False),
        sa.Column(
            "wards", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False
        ),
        sa.Column("every_ward", sa.Boolean(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("named_by", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["named_by"], ["staff.id"], name=op.f("fk_duties_named_by")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_duties_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
    )
    op.execute(
        "INSERT INTO duties (staff_id, duty, wards, every_ward, named_at, until) "
        "SELECT staff_id, 'safeguarding', '[]', true, named_at, until "
        "FROM safeguarding ORDER BY id"
    )
    op.drop_table("safeguarding")


def downgrade() -> None:
    """Undo the migration. Other duties are lost, and so is who has ended one early."""

    op.create_table(
        "safeguarding",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_safeguarding_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safeguarding")),
    )
    op.execute(
        "INSERT INTO safeguarding (staff_id, named_at, until) SELECT staff_id, named_at, until "
        "FROM duties WHERE duty = 'safeguarding' AND ended_at IS NULL ORDER BY id"
    )
    op.drop_table("duties")
