"""The menu by which a selection is taken away: opened by keyboard, and what it gives."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from playwright.sync_api import Page, expect


def settled(page: Page) -> None:
    """Wait until the server draws no more: what it drew before is no longer to be had."""
    page.wait_for_timeout(500)
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0, timeout=60_000)


def opened(page: Page, address: str) -> None:
    page.goto(address)
    button = page.get_by_role("button", name="Download").first
    button.wait_for(timeout=60_000)
    settled(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("What this format cannot hold")).to_be_visible(timeout=30_000)


def taken(page: Page, label: str) -> tuple[str, str]:
    """Name and text of the file that the menu gives."""
    settled(page)
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=label).click()
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def test_the_filtered_events_are_taken_as_the_page_shows_them(page: Page, ys_url: str):
    opened(page, f"{ys_url}/?theme=bread")
    menu = page.get_by_test_id("stPopoverBody")
    expect(menu).to_contain_text("How to cite")
    expect(menu).to_contain_text("CC0-1.0")
    name, text = taken(page, "Download CSV")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert name == "events.csv"
    assert rows and all("Bread" in row["themes"] for row in rows)
    shown = page.locator(".count").inner_text()
    assert shown.startswith(f"{len(rows)} of")


def test_another_format_says_what_it_loses_and_gives_that(page: Page, ys_url: str):
    opened(page, f"{ys_url}/?theme=bread")
    menu = page.get_by_test_id("stPopoverBody")
    menu.get_by_role("combobox").click()
    page.get_by_role("option", name="iCalendar").click()
    expect(menu).to_contain_text("open and unknown ends", timeout=30_000)
    name, text = taken(page, "Download iCalendar")
    assert (name, text.splitlines()[0]) == ("events-ical.ics", "BEGIN:VCALENDAR")
    menu.get_by_role("radio", name="Their sources").click()
    expect(page.get_by_role("button", name="Download CSL-JSON")).to_be_visible(timeout=30_000)
    name, text = taken(page, "Download CSL-JSON")
    assert name == "sources-csl-json.json"
    assert {item["custom"]["licence"] for item in json.loads(text)} == {"CC0-1.0"}


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("compare", "events"),
        ("figures", "figures"),
        ("people", "names"),
        ("tendencies", "tendencies"),
        ("review", "claims"),
        ("sources", "sources"),
    ],
)
def test_every_page_takes_away_what_it_shows(page: Page, ys_url: str, path: str, what: str):
    opened(page, f"{ys_url}/{path}")
    menu = page.get_by_test_id("stPopoverBody")
    expect(menu).to_contain_text(what)
    format = "CSL-JSON" if path == "sources" else "CSV"
    name, text = taken(page, f"Download {format}")
    assert re.split("[-.]", name)[0] == {"names": "people"}.get(what, what)
    assert "Ys and Lyonesse, an invented catalogue" in text
