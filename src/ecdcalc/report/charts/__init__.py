"""Pictures of a result: one specification each for page, Word, PDF, notebook and docs, with table and text."""
