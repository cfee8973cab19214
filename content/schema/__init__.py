"""The shape of everything a council authors: frozen values, checked when they are loaded."""
