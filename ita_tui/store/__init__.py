"""The data folder on disk; the only user of TinyDB."""
