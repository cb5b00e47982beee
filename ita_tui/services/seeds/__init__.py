"""The lists, checklists and meetings that come with the program."""
