"""Thai text: digits, dates, keyboard, comparing, wrapping; knows nothing of ITA."""
