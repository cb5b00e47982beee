"""The OIT checklist of a Thai public agency in the terminal."""

__version__ = "0.1.0"
