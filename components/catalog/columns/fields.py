"""The columns of a file of events; the author's manual and the reader take them from here."""

from __future__ import annotations

from typing import NamedTuple


class Field(NamedTuple):
    """A column: its name, what stands in it, and an example."""

    name: str
    text: str
    example: str
    is_required: bool = False


FIELDS = (
    Field("date", "EDTF, New Style (Gregorian).", "1901-05-14", True),
    Field("title", "A noun phrase or short sentence; at most 100 characters.",
          "Seizure of the grain store", True),
    Field("tendencies", "Ids of tendencies, several parted by `;`, the main actor first; after a "
          "colon the role, else `acted`.", "dock-crews; republican:opposed", True),
    Field("themes", "Ids of themes, several parted by `;`.", "takeover; bread", True),
    Field("source", "Id of a source in `sources.yaml`.", "morel-1901", True),
    Field("id", "A lasting name: a–z, 0–9 and hyphens. Without the column it is made of the "
          "collection and the number of the row, and changes when rows are moved.", "store-seized"),
    Field("place", "Id of a place in `places.yaml`; may be empty where `country` is given.",
          "ys-quay"),
    Field("country", "Id of a country; empty where it is that of the place.", "armor"),
    Field("kind", "Id of a kind; empty where the file does not say.", "strike"),
    Field("importance", "1 shown first … 3 shown when there is room; 2 where it is empty.", "2"),
    Field("locator", "Page, chapter, note or section in the source.", "p. 73"),
    Field("standing", "`read`, `cited` or `unchecked`; the last where it is empty.", "read"),
    Field("old_style", "EDTF by the Julian calendar.", "1901-05-01"),
    Field("label", "Shorter title for the chart; at most 48 characters.", "Grain store seized"),
    Field("summary", "A few neutral sentences; the title where it is empty.", "Crews opened it."),
    Field("date_note", "What the date means or who dates it otherwise.", "A day later in Morel."),
    Field("unknown", "What nobody has established, if it matters.", "Who had the keys."),
)  # fmt: skip
NAMES = tuple(field.name for field in FIELDS)
REQUIRED = tuple(field.name for field in FIELDS if field.is_required)
# Columns in which few different cells stand in many rows; the others are free text.
CELLS = ("tendencies", "themes", "source", "place", "country", "kind", "importance", "standing")
DATES = ("date", "old_style")
TEXTS = ("id", "title", "label", "summary", "locator", "date_note", "unknown")
LONGEST = {"title": 100, "label": 48}  # as the model of an event has it
