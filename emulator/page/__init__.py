"""The phones page and the control API it uses."""
