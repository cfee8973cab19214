"""Rules for plans: which commitments are shown, by part, ward and status."""
