"""Rules for staff: roles, and what each may do."""
