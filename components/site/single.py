"""A site as one file that holds everything: pages, charts, script, letters."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re

from markupsafe import Markup

from components.charts.script import PLOTLY_JS
from components.html.texts import text
from components.site.letters import MEASURED, faces, font_files, inlined
from components.site.made import Site
from components.site.script import script
from components.site.settling import settled, with_ids_of
from components.site.shell import Head, document, foot, linked, navigation, skip
from components.site.style import style_sheet

# Copies of a source in every style, what Zotero's button reads, and what a tag says when hovered.
_LEFT_OUT = re.compile(
    r'<a [^<>]*data-copy="(?![^"]*\{link\})[^"]*"[^<>]*>[^<>]*</a>'
    r'|<span class="Z3988"[^<>]*></span>'
)
_TAG = re.compile(r'(<span class="tag \w+") title="[^"]*"')


def single_file(site: Site) -> str:
    """The whole site as one HTML document.

    Without a script its pages stand one below the other, each a link away from the head. The
    charts' script and data are packed (gzip, base64), so that a browser opens the file quickly; a
    policy in the document forbids every request.
    """
    header = site.catalog.header
    code = script().replace("</script", "<\\/script")
    body = Markup('{}{}<main id="main" tabindex="-1" class="tl wide">{}</main>{}').format(
        skip(), navigation(site.catalog, "index"), Markup("").join(_pages(site)), foot(site.catalog)
    )
    first = site.pages[0]
    # The charts need the letters they were measured with; titles take the reader's own serif.
    letters = {name: path for name, path in font_files().items() if name == MEASURED}
    head = Head(
        title=header.title,
        description=first.description,
        linked=linked(first.linked),
        styles=f"<style>{style_sheet(site.pictures, faces(letters, inlined))}</style>",
        policy=_policy(code, PLOTLY_JS.read_text("utf-8")),
    )
    packed = "\n".join(
        f'<script type="text/plain" id="data:{name}">{_packed(text_)}</script>'
        for name, text_ in _data(site)
    )
    inside = settled(body, "", _link)
    at = ' class="site single" data-page="index"'
    return document(head, f"{inside}\n{packed}\n<script>{code}</script>", header.language, at)


def _pages(site: Site):
    for page in site.pages:
        inside = Markup(with_ids_of(_lean(settled(page.body, page.path, _link)), page.path))
        yield Markup(
            '<article class="page{}" id="{}" data-title="{}" data-part="{}">{}</article>'
        ).format(" wide" if page.wide else "", page.path, page.title, page.part, inside)
    for former, path in site.moved.items():
        yield Markup('<p class="moved" id="{}"><a href="#{}">{}</a></p>').format(
            former, path, text("site.moved")
        )


def _lean(markup: str) -> str:
    """HTML without what a page of its own has room for."""
    return _TAG.sub(r"\1", _LEFT_OUT.sub("", markup))


def _link(path: str, fragment: str) -> str:
    """A link to a page of this document, or to a place in one."""
    if "=" in fragment:  # what a page shows is narrowed to
        return f"#{path}?{fragment}"
    return f"#{path}/{fragment}" if fragment else f"#{path}"


def _data(site: Site):
    for name, data in site.data.items():
        yield name, json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    yield "plotly", PLOTLY_JS.read_text("utf-8")


def _packed(said: str) -> str:
    # No time stamp in it: the same content gives the same file.
    return base64.b64encode(gzip.compress(said.encode(), 9, mtime=0)).decode()


def _policy(*scripts: str) -> str:
    """A policy that allows these scripts and what the document holds, and nothing else."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'"
        for one in scripts
    )
    rules = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "font-src data:; form-action 'none'; base-uri 'none'"
    )
    return Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(rules)
