"""One question at three scales: a plant, a region, a table."""
