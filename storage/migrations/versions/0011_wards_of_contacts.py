"""The ward on the contact's row, and the indexes from which audiences are counted by it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the migration."""

    op.add_column("contacts", sa.Column("ward", sa.String(length=9), nullable=True))
    op.execute(
        "UPDATE contacts SET ward = "
        "(SELECT residents.ward FROM residents WHERE residents.id = contacts.resident_id)"
    )
    op.drop_index("ix_contacts_reach", "contacts")
    op.create_index("ix_contacts_reach_ward", "contacts", ["reach", "ward"])
    op.create_index("ix_contacts_resident_reach_ward", "contacts", ["resident_id", "reach", "ward"])
    op.create_index("ix_contacts_id_reach_ward", "contacts", ["id", "reach", "ward", "resident_id"])
    _index_again("follows", "ix_follows_kind_subject", ["kind", "subject", "contact_id"])
    _index_again("responses", "ix_responses_pages", ["consultation", "resident_id", "state"])


def downgrade() -> None:
    """Undo the migration."""

    _index_again("responses", "ix_responses_pages", ["consultation", "resident_id"])
    _index_again("follows", "ix_follows_kind_subject", ["kind", "subject"])
    for name in ("id_reach_ward", "resident_reach_ward", "reach_ward"):
        op.drop_index(f"ix_contacts_{name}", "contacts")
    op.create_index("ix_contacts_reach", "contacts", ["resident_id", "reach", "id"])
    # Not by Alembic, which would build the table again on SQLite, and lose all follows.
    op.execute("ALTER TABLE contacts DROP COLUMN ward")


def _index_again(table: str, name: str, columns: list[str]) -> None:
    op.drop_index(name, table)
    op.create_index(name, table, columns)
