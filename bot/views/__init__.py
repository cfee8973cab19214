"""Reply values into screens: every word comes from content/words, every value from an act."""
