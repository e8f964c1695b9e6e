"""Speed and memory, as ratios against a hand-written equivalent in the same run."""
