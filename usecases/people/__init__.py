"""What residents do about themselves: join, say where they live, choose a language, leave."""
