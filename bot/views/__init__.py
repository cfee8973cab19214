"""Turns reply values into screens. Texts come from content/words, values from the acts."""
