"""The forms of the results as types."""
