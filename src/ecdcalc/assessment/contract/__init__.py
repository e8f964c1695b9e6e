"""The contract for programs: an assessment as plain values with units, one file for each of its sections."""
