"""Numbers as plants have them: zero, or large enough to be written down and read again."""

from hypothesis import strategies as st


def floats(low, high):
    """Floats between two ends; what is next to nothing is nothing."""
    return st.floats(low, high).map(lambda number: 0.0 if abs(number) < 1e-9 else number)
