"""The page of phones and what it asks of the server."""
