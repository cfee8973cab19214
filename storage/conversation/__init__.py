"""The state of each chat: received updates, messages shown, drafts and short codes."""
