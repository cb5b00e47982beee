"""The layer between Textual and the terminal: it sends only what the terminal does not show yet."""
