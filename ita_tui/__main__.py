"""`python -m ita_tui`: the same as the command `ita-tui`."""

from ita_tui.cli.entry import run

if __name__ == "__main__":
    run()
