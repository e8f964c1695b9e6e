"""PDF: the calculation book of a plant and the pages of a region, set by Typst. All text is data, never markup."""
