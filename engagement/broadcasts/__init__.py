"""Rules of broadcasts: audiences, states, what a Bot API answer means, sending pace."""
