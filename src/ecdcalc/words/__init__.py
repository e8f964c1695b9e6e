"""Words: every sentence and label in both languages, and what can go wrong."""
