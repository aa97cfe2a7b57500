"""The engine: it reads what lies under events/ and knows no event."""
