"""Warnings: what a result rests on that is improbable, or that does not fit together. Nothing is changed by them."""
