"""A module for each command: `run(arguments, settings)` does it and gives the exit code."""
