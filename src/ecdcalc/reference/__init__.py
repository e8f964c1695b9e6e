"""Reference data: factors, limits, plans and measures, each with a source."""
