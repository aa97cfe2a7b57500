"""Whatever breaks, a reader gets a sentence: content that is gone, and faults of our own."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path

from playwright.sync_api import Page, expect

from components.html.texts import text

ROOT = Path(__file__).parents[2]
YS = ROOT / "tests" / "fixtures" / "ys"


def said(page: Page) -> str:
    """All text on the page, which is no traceback."""
    words = page.locator("body").inner_text()
    assert "Traceback" not in words and 'File "' not in words and "Error:" not in words
    return words


def test_a_folder_that_is_taken_away_and_comes_back_while_readers_look(
    page: Page, server, tmp_path: Path
):
    folder = tmp_path / "ys"
    with server(folder) as address:
        page.goto(address)
        expect(page.locator(".notice")).to_contain_text("cannot be read", timeout=30_000)
        assert str(tmp_path) not in said(page)
        shutil.copytree(YS, folder)
        page.reload()
        expect(page.locator(".list li").first).to_be_visible(timeout=30_000)
        shutil.rmtree(folder)
        page.reload()
        expect(page.locator(".notice")).to_contain_text("cannot be read", timeout=30_000)
        said(page)


FAULTY = """
import sys
sys.path.insert(0, {root!r})
import streamlit as st
from components.ui import frame, server

def fails(*_):
    raise RuntimeError("the secret of the house")

frame.content = fails  # nothing of the frame can be drawn either
if __name__ == "__main__":
    frame.run()
else:
    app = st.App(
        __file__, routes=server.ROUTES, middleware=server.middleware(), on_script_error=frame.failed
    )
"""


def test_a_fault_of_our_own_is_a_sentence_with_a_way_back(page: Page, server, tmp_path: Path):
    script = tmp_path / "app.py"
    script.write_text(textwrap.dedent(FAULTY).format(root=str(ROOT)), "utf-8")
    with server(YS, script) as address:
        page.goto(address)
        expect(page.locator(".notice")).to_contain_text(text("notice.broken"), timeout=30_000)
        assert "secret" not in said(page)
        expect(page.get_by_role("link", name=text("notice.start"))).to_be_visible()
