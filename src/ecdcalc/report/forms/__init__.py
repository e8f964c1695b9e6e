"""Forms that authorities and clients take: folders of data, filled from a result, set as Word."""
