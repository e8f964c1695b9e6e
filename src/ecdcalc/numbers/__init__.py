"""Numbers: units, kinds of number, formulas that run on any of them."""
