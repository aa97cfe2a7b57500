"""The site as a folder: every record has its page, every link leads somewhere, and it is HTML."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from components.catalog.catalog import load
from components.site.folder import MANIFEST, write_folder
from components.site.made import site_of
from tests.site.conftest import URL
from tests.site.documents import Document, faults


def documents(folder: Path) -> dict[str, Document]:
    paths = sorted(folder.rglob("*.html"))
    return {
        path.relative_to(folder).as_posix(): Document(path.read_text("utf-8")) for path in paths
    }


def test_every_record_has_a_page_of_its_own(ys, folder):
    for name, records in {
        "events": ys.events,
        "figures": ys.indicators,
        "people": {**ys.people, **ys.organisations},
        "tendencies": {term.id: term for term in ys.vocabulary.tendencies},
        "sources": ys.sources,
        "reviews": ys.reviews,
        "comparisons": ys.comparisons,
    }.items():
        written = {path.stem for path in (folder / name).glob("*.html")}
        assert written >= set(records), name


def test_every_claim_has_an_address_on_the_page_of_its_text(ys, folder):
    found = documents(folder)
    for review in ys.reviews.values():
        wanted = {f"claim-{claim.id}" for claim in review.claims}
        assert wanted <= set(found[f"reviews/{review.id}.html"].ids)


def test_every_link_leads_to_a_file_and_to_a_place_in_it(folder):
    found, broken = documents(folder), []
    for name, document in found.items():
        for element, address in document.links:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            there = there if parts.path else name
            place = unquote(parts.fragment)
            if not (folder / there).is_file() or (
                place and "=" not in place and place not in found[there].ids
            ):
                broken.append((name, element, address))
    assert broken == []


def test_nothing_is_fetched_from_another_host(folder):
    for name, document in documents(folder).items():
        outside = [pair for pair in document.links if "//" in pair[1] and pair[0] != "a"]
        assert [pair for pair in outside if not pair[1].startswith(URL)] == [], name
    sheet = (folder / "assets" / "style.css").read_text("utf-8")
    fetched = re.findall(r"url\(\"?([^)\"]+)", sheet)
    assert fetched and all(one.startswith("data:") or "/" not in one for one in fetched)


def test_no_page_holds_an_id_twice(folder):
    for name, document in documents(folder).items():
        twice = {id for id in document.ids if document.ids.count(id) > 1}
        assert twice == set(), name


def test_every_page_is_html_by_a_strict_parser(folder):
    for path in sorted(folder.rglob("*.html")):
        assert faults(path.read_text("utf-8")) == [], path.name


def test_a_page_has_one_title_one_heading_and_a_description(folder):
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text("utf-8")
        assert text.count("<title>") == text.count("<h1") == 1, path
        description = re.search(r'<meta name="description" content="([^"]+)">', text)
        assert description and len(description[1]) < 400, path


def test_headings_never_skip_a_level(folder):
    for path in sorted(folder.rglob("*.html")):
        levels = [int(level) for level in re.findall(r"<h([1-6])", path.read_text("utf-8"))]
        assert all(b - a <= 1 for a, b in pairwise(levels)), (path, levels)


def test_no_page_needs_a_script_to_be_read(folder):
    text = (folder / "events" / "harbour-strike.html").read_text("utf-8")
    assert "<h1" in text and "The harbour strike of Ys" in text
    assert "onclick" not in text and "javascript:" not in text
    assert Document(text).scripts == [
        one for one in Document(text).scripts if one.startswith("{")
    ]  # only what programs read


def test_a_figure_has_its_table_its_sources_and_its_chart_in_words(ys, folder):
    for id, one in ys.indicators.items():
        text = (folder / "figures" / f"{id}.html").read_text("utf-8")
        assert "<table><caption>" in text and '<ol class="sources">' in text
        assert f'data-figure="{id}"' in text and "The chart in words" in text
        assert text.count("<tr>") == 1 + len(one.estimates)


def test_a_comparison_holds_every_starting_point_question_pair_and_limit(ys, folder):
    for comparison in ys.comparisons.values():
        ids = set(documents(folder)[f"comparisons/{comparison.id}.html"].ids)
        assert {f"open-{stage.id}" for stage in comparison.stages} <= ids
        assert {f"pair-{pair.id}" for pair in comparison.pairs} <= ids
        assert {f"limit-{limit.id}" for limit in comparison.limits} <= ids
        assert {f"clock-{one.id}" for one in comparison.alignments} <= ids


def test_a_former_address_leads_on(ys_folder, tmp_path):
    path = ys_folder / "ys" / "1900.yaml"
    text = path.read_text("utf-8")
    text = text.replace("- id: harbour-strike\n", "- id: harbour-strike\n  aliases: [old-strike]\n")
    path.write_text(text, "utf-8")
    write_folder(site_of(load(ys_folder)), tmp_path / "out", URL)
    moved = (tmp_path / "out" / "events" / "old-strike.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=harbour-strike.html">' in moved
    assert '<a href="harbour-strike.html">' in moved
    assert f'<link rel="canonical" href="{URL}/events/harbour-strike.html">' in moved
    assert faults(moved) == []


def test_search_engines_get_every_page_once_and_what_it_is_about(site, folder):
    tree = ElementTree.fromstring((folder / "sitemap.xml").read_text("utf-8"))
    named = [node.text for node in tree.iter() if node.tag.endswith("loc")]
    assert len(named) == len(set(named)) == len(site.pages)
    assert named[0] == f"{URL}/" and f"{URL}/events/harbour-strike.html" in named
    text = (folder / "events" / "harbour-strike.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{URL}/events/harbour-strike.html">' in text
    told = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1]
    kinds = [one["@type"] for one in json.loads(told)["@graph"]]
    assert kinds.count("Event") == kinds.count("Dataset") == 1


def test_without_an_address_there_is_no_sitemap_and_no_canonical_address(site, tmp_path):
    write_folder(site, tmp_path)
    assert not (tmp_path / "sitemap.xml").exists()
    assert "canonical" not in (tmp_path / "index.html").read_text("utf-8")


def test_the_same_content_gives_the_same_bytes(ys, folder, tmp_path):
    write_folder(site_of(replace(ys)), tmp_path, URL)
    names = (folder / MANIFEST).read_text("utf-8").splitlines()
    assert (tmp_path / MANIFEST).read_text("utf-8").splitlines() == names
    assert [n for n in names if (folder / n).read_bytes() != (tmp_path / n).read_bytes()] == []


def test_what_an_earlier_site_had_and_this_one_has_not_is_taken_away(site, tmp_path):
    write_folder(site, tmp_path)
    (tmp_path / "events" / "mine.html").write_text("not ours", "utf-8")
    fewer = [page for page in site.pages if page.path != "events/harbour-strike"]
    write_folder(replace(site, pages=fewer), tmp_path)
    left = {path.stem for path in (tmp_path / "events").glob("*.html")}
    assert "harbour-strike" not in left and {"mine", "amnesty"} <= left


def test_who_stops_the_writing_has_the_earlier_site_whole(site, tmp_path):
    folder = tmp_path / "out"

    def stop(what, number, total):
        if number == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(site, folder, URL, stop)
    assert [*folder.iterdir()] == []
    write_folder(site, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(KeyboardInterrupt):
        write_folder(site, folder, URL, stop)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("evil", ["../outside.html", "/tmp/outside.html"])
def test_a_list_of_files_that_points_outside_takes_nothing_away(site, tmp_path, evil):
    inside, outside = tmp_path / "site", tmp_path / "outside.html"
    outside.write_text("kept", "utf-8")
    write_folder(site, inside)
    with (inside / MANIFEST).open("a", encoding="utf-8") as file:
        file.write(f"{evil.replace('/tmp', str(tmp_path))}\n")
    write_folder(site, inside)
    assert outside.read_text("utf-8") == "kept"


def test_what_content_says_is_never_markup(ys_folder, tmp_path):
    evil = "Evil </script><script>alert(1)</script> <b onclick=x> \\\"' & page:events/x"
    for path in ys_folder.rglob("*.yaml"):
        text = path.read_text("utf-8")
        for word in ("Harbour strike", "Jeanne Morel", "Syndicalists"):
            text = re.sub(rf"(?m)^(.*: ){word}$", rf'\1"{evil}"', text)
        path.write_text(text, "utf-8")
    catalog = load(ys_folder)
    made = site_of(catalog)
    assert sum("Evil" in page.body for page in made.pages) > 10
    write_folder(made, tmp_path / "out")
    for path in sorted((tmp_path / "out").rglob("*.html")):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text and "<b onclick" not in text, path
        assert faults(text) == [], path
