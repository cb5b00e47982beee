"""Taking documents over: our own minutes, and what others wrote about the items."""
