"""People who answer on somebody else's phone, and who has a phone just now."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply the migration."""

    op.add_column("contacts", sa.Column("answering", sa.BigInteger(), nullable=True))
    op.create_table(
        "guests",
        sa.Column("seat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("consultation", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=False),
        sa.Column("rests", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["contacts.id"], name=op.f("fk_guests_owner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("seat", name=op.f("pk_guests")),
    )
    op.create_index("ix_guests_owner_id", "guests", ["owner_id"])


def downgrade() -> None:
    """Undo the migration. Guests stay counted; their links to a phone, and their contacts, go."""

    contacts = sa.table("contacts", sa.column("id"), sa.column("chat_id"))
    arrivals = sa.table("arrivals", sa.column("id"), sa.column("chat_id"))
    shown = sa.table("shown", sa.column("person"))
    seats = sa.select(sa.table("guests", sa.column("seat")).c.seat)
    for table in (contacts, arrivals):
        theirs = sa.select(table.c.id).where(table.c.chat_id.in_(seats))
        op.execute(shown.delete().where(shown.c.person.in_(theirs)))
    linked = sa.select(contacts.c.id).where(contacts.c.chat_id.in_(seats))
    for name in ("drafts", "leaving", "follows"):
        table = sa.table(name, sa.column("contact_id"))
        op.execute(table.delete().where(table.c.contact_id.in_(linked)))
    for name in ("safety_alerts", "complaints", "requests"):
        table = sa.table(name, sa.column("contact_id"))
        mine = table.update().where(table.c.contact_id.in_(linked))
        op.execute(mine.values(contact_id=None))
    for table in (contacts, arrivals):
        op.execute(table.delete().where(table.c.chat_id.in_(seats)))
    op.drop_table("guests")
    op.execute("ALTER TABLE contacts DROP COLUMN answering")
