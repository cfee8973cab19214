"""The demo and the tour: a story told with made-up residents."""
