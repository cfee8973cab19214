"""The Bot API: its methods, their parameters and checks, and the delivery of updates."""
