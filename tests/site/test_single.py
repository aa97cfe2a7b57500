"""The site as one file: everything is in it, every link leads to a place in it, nothing is fetched."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from urllib.parse import unquote

from components.site.made import site_of
from components.site.single import single_file
from tests.site.documents import Document, faults


def unpacked(text: str, name: str) -> str:
    packed = re.search(rf'id="data:{re.escape(name)}">([^<]*)<', text)[1]
    return gzip.decompress(base64.b64decode(packed)).decode()


def test_every_page_is_in_it_and_every_link_leads_to_a_place_in_it(site, single):
    document = Document(single)
    ids = set(document.ids)
    assert {page.path for page in site.pages} <= ids
    inner = [address[1:].split("?")[0] for tag, address in document.links if address[0] == "#"]
    assert len(inner) > 300
    assert {unquote(one) for one in inner} - ids == set()


def test_no_id_stands_in_it_twice(single):
    ids = Document(single).ids
    assert len(ids) == len(set(ids))


def test_it_is_html_by_a_strict_parser(single):
    assert faults(single) == []


def test_it_fetches_nothing_and_its_policy_forbids_it(single):
    outside = [pair for pair in Document(single).links if "//" in pair[1]]
    assert {tag for tag, _ in outside} == {"a"}
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', single)[1]
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe-eval" not in policy and "http" not in policy
    assert re.findall(r"url\(\"?(?!data:|\")", single.split("</style>")[0]) == []


def test_the_policy_allows_its_own_two_scripts_and_no_other(single):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', single)[1]
    script = re.findall(r"<script>(.*?)</script>", single, re.DOTALL)[-1]
    allowed = re.findall(r"sha256-([^&]+)", policy)
    wanted = [
        base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        for code in (script, unpacked(single, "plotly"))
    ]
    assert allowed == wanted


def test_the_packed_data_are_those_of_the_site(site, single):
    for name in ("events", "search", "timeline-collection"):
        assert json.loads(unpacked(single, name)) == json.loads(json.dumps(site.data[name]))


def test_the_same_content_gives_the_same_bytes(ys, single):
    assert single_file(site_of(ys)) == single
