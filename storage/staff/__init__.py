"""Staff members, their wards and their invites."""
