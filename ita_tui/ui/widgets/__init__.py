"""The widgets: they show, and ask by messages."""
