"""Handlers: unpack an update, call one act, say what it returned."""
