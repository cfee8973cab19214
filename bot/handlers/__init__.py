"""Handlers: unpack an update, call one act, reply with what it returned."""
