"""Minutes as Markdown: text in, text out; the only user of markdown-it."""
