"""A result as one page: one file, without reference to anything outside, that works with the network off."""
