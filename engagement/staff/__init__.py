"""Rules of staff: roles and what each may do."""
