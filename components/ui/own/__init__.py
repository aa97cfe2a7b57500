"""A reader's own events: handed in as a file, seen on all pages by that reader alone."""
