"""The screens: each decides what its widgets ask for."""
