"""Mutants: small mistakes put into the code on purpose, to see whether the tests would notice them."""
