"""The first screen: the answer in a box, and tables that keep to the width of a terminal."""
