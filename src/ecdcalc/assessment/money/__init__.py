"""Money of plants and regions: bills, instruments, cash flows, what a measure is worth."""
