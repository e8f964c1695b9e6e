"""`python -m ecdcalc` is the command `ecdcalc`."""

from ecdcalc.cli import main

main()
