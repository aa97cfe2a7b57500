"""Dates as historians know them; the package needs nothing but the standard library.

It can be taken elsewhere as it is: `parse` reads EDTF into a `Span`, `words` says it to people,
`calendars` joins Old Style and New Style.
"""

from __future__ import annotations

from components.catalog.dates.edtf import MAX_LENGTH, EDTFError, Span, iso_bounds, parse

__all__ = ["MAX_LENGTH", "EDTFError", "Span", "iso_bounds", "parse"]
