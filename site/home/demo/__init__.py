"""Demo content: the files beside this, and what turns them into pages."""
