"""Decisions: what to do, what it costs, and the chance that it succeeds."""
