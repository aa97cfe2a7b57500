"""Other programs' formats: what we write, one file a format, offered in `offered`.

To add a format: one file here with a function from (catalog, rows of `events_table`) to text or
bytes, its entry in `offered.FORMATS` (what it is for, what it keeps, what it loses), its test.
Command line, download menu and `docs/formats.md` follow from that entry.
"""
