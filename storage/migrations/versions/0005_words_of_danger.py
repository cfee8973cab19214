"""Alerts about words of danger, the words, and who was named to read them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply the migration."""

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
    op.create_table(
        "safety_alerts",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("has_words", sa.Boolean(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.BigInteger(), nullable=True),
        sa.Column("done", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["closed_by"], ["staff.id"], name=op.f("fk_safety_alerts_closed_by_staff")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_safety_alerts_contact_id_contacts"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_alerts")),
        sa.UniqueConstraint("reference", name=op.f("uq_safety_alerts_reference")),
    )
    with op.batch_alter_table("safety_alerts", schema=None) as batch_op:
        batch_op.create_index("ix_safety_alerts_contact", ["contact_id"], unique=False)
    op.create_table(
        "safety_words",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("alert_id", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["safety_alerts.id"], name=op.f("fk_safety_words_alert_id_safety_alerts")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_words")),
    )
    with op.batch_alter_table("safety_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_safety_words_alert_id"), ["alert_id"], unique=False)


def downgrade() -> None:
    """Undo the migration."""

    op.drop_table("safety_words")
    op.drop_table("safety_alerts")
    op.drop_table("safeguarding")
