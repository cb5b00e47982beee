"""The command line: arguments, plain output, exit codes."""
