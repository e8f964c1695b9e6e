"""A live workbook: inputs in cells, and every result a formula of the same bodies that the engine runs."""
