"""Rules for broadcasts: audiences, states, the meaning of Bot API responses, sending pace."""
