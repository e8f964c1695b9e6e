"""Results out: the contract for programs, and tables, Markdown and CSV made from it."""
