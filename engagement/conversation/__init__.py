"""Rules for conversations: what typed words are for."""
