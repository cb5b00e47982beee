"""The words of the field as frozen dataclasses, and their rules; no I/O, standard library only."""
