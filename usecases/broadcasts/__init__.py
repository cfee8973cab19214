"""Composing, approving and delivering broadcasts."""
