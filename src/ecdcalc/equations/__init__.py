"""Published physics as free functions, one topic per module.

Each function is a `Formula`: call it with keyword arguments in base units, or `.of(...)` with texts such as
`"35 t/h"`. Pressures are absolute, efficiencies and shares are given as shares of 1 inside and in % outside.
Physical constants are named inputs; `constants.py` has their values with sources.
"""
