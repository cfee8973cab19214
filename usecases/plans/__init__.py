"""Reading plans and news, and following themes."""
