"""The demo and the tour: a story with made-up residents."""
