"""What helps those who write content: schemas for editors, templates, a small catalogue."""
