"""Word files: the only user of python-docx, which need not be installed."""
