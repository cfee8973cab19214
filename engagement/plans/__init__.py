"""Rules of plans: what a commitment has come to, and which news is shown."""
