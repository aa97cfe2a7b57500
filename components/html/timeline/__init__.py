"""The front page: lanes, list, table and the card of one event."""
