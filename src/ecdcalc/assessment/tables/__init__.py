"""Tables of plants: the sector plugins run on columns, one plant a row, on files larger than memory too."""
