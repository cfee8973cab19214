"""Leaving when a consultation closes, complaints, requests, and which notice a yes was to."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    op.create_table(
        "leaving",
        sa.Column("contact_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("without_words", sa.Boolean(), nullable=False),
        sa.Column("reach_before", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_leaving_contact_id_contacts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_leaving")),
    )
    for table, columns in (("arrivals", ["notice"]), ("contacts", ["notice", "notice_told"])):
        for name in columns:
            op.add_column(table, sa.Column(name, sa.String(length=32), nullable=True))
    op.add_column("contacts", sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "complaints",
        _sequential(),
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("noticed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by", sa.BigInteger(), nullable=True),
        sa.Column("acknowledgement_sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.BigInteger(), nullable=True),
        sa.Column("outcome_sent_at", sa.DateTime(timezone=True), nullable=True),
        _contact("complaints"),
        _staff("complaints", "acknowledged_by"),
        _staff("complaints", "closed_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
        sa.UniqueConstraint("reference", name=op.f("uq_complaints_reference")),
    )
    op.create_index(op.f("ix_complaints_contact_id"), "complaints", ["contact_id"])
    op.create_table(
        "requests",
        _sequential(),
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked_by", sa.BigInteger(), nullable=False),
        sa.Column("chased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.BigInteger(), nullable=True),
        _contact("requests"),
        _staff("requests", "marked_by"),
        _staff("requests", "answered_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("reference", name=op.f("uq_requests_reference")),
    )
    op.create_index(op.f("ix_requests_contact_id"), "requests", ["contact_id"])


def downgrade() -> None:
    """Undo the migration."""

    op.drop_table("requests")
    op.drop_table("complaints")
    op.drop_table("leaving")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        for name in ("notice_told", "agreed_at", "notice"):
            batch_op.drop_column(name)
    with op.batch_alter_table("arrivals", schema=None) as batch_op:
        batch_op.drop_column("notice")


def _sequential() -> sa.Column[int]:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", number, autoincrement=True, nullable=False)


def _contact(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_contact_id_contacts")
    return sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=name, ondelete="SET NULL")


def _staff(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["staff.id"], name=op.f(f"fk_{table}_{column}_staff"))
