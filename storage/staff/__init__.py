"""Staff members, their rights and invites, and the audit trail."""
