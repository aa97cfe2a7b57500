"""The path of a new user, by the README: a catalogue, three events, a mistake, the app, one file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]
EVENT = """
- id: {id}
  date: {date}
  title: {title}
  kind: {kind}
  place: bridge-head
  importance: 2
  themes: [money]
  roles:
    - {{tendency: council, role: acted, actors: [town-council]}}
  summary: The first penny is paid on a Saturday.
  sources:
    - {{cite: council-minutes, locator: June 1902, standing: read}}
"""
NEW = {  # id → date as it is written, and in words
    "toll-begins": ('"[1902-06-14,1902-06-21]"', "14 or 21 June 1902"),
    "toll-doubled": ("1902-09~/..", "since about September 1902"),
    "toll-forgotten": ("1903?", "perhaps 1903"),
}


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "components", *command], cwd=cwd, capture_output=True, text=True
    )


def commands() -> list[str]:
    """What the README says to type for a catalogue of one's own."""
    part = (ROOT / "README.md").read_text("utf-8").split("## Start your own")[1].split("\n## ")[0]
    return re.findall(r"python -m components ([^\n`]+)", part)


def test_a_new_user_makes_a_catalogue_by_the_readme(page: Page, browser, server, tmp_path):
    mine = tmp_path / "mine"
    said = commands()
    assert said == [
        "new catalog ../mine",
        "new event ../mine >> ../mine/bridge/1902.yaml",
        "check --watch ../mine",
        "export html mine.html ../mine",
    ]
    assert run("new", "catalog", str(mine), cwd=ROOT).returncode == 0
    template = run("new", "event", str(mine), cwd=ROOT).stdout
    file = mine / "bridge" / "1902.yaml"
    file.write_text(template, "utf-8")
    assert run("check", str(mine), cwd=ROOT).stdout.startswith("0 problems")

    def written(kind: str) -> str:
        return "".join(
            EVENT.format(id=id, date=date, title=id.replace("-", " "), kind=kind)
            for id, (date, _) in NEW.items()
        )

    file.write_text(written("descision"), "utf-8")
    checked = run("check", str(mine), cwd=ROOT)
    assert checked.returncode == 1
    assert "1902.yaml:5:9: event “toll-begins”, kind: unknown kind “descision”" in checked.stdout
    assert "Did you mean “decision”?" in checked.stdout
    file.write_text(written("decision"), "utf-8")
    assert run("check", str(mine), cwd=ROOT).stdout.startswith("0 problems")

    with server(mine) as address:
        page.goto(address)
        expect(page.locator(".timeline[data-drawn]")).to_be_visible(timeout=60_000)
        for id, (_, words) in NEW.items():
            page.goto(f"{address}/?event={id}")
            expect(page.locator("#event-card .when")).to_have_text(words, timeout=30_000)

    one = tmp_path / "mine.html"
    assert run("export", "html", str(one), str(mine), cwd=ROOT).returncode == 0
    context = browser.new_context(color_scheme="light")
    context.set_offline(True)
    alone, asked = context.new_page(), []
    alone.on("request", lambda request: asked.append(request.url))
    alone.on("pageerror", lambda error: asked.append(f"error: {error}"))
    alone.goto(one.as_uri())
    expect(alone.locator(".page.shown .timeline")).to_have_attribute("data-drawn", re.compile("."))
    for id, (_, words) in NEW.items():
        alone.goto(f"{one.as_uri()}#events/{id}")
        expect(alone.locator(".page.shown .when")).to_have_text(words)
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
