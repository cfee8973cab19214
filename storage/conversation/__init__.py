"""What a chat needs: updates taken in, what is shown, drafts, short codes."""
