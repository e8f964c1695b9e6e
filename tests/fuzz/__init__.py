"""Inputs that nobody means to write, for every door: none may end in anything but an answer or a refusal of our own."""
