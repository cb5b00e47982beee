"""Kept versions, backups, and whether the data are sound."""
