"""Minutes as Markdown and the forms made from it; the only user of markdown-it and python-docx."""
