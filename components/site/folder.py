"""A site as a folder of files: one page a file, opened from a disk or sent by any server."""

from __future__ import annotations

import json
import posixpath
import shutil
import tempfile
from pathlib import Path

from markupsafe import Markup

from components.charts.script import PLOTLY_JS
from components.html.texts import text
from components.site.letters import faces, font_files
from components.site.made import Site, Told
from components.site.page import Page
from components.site.script import script
from components.site.settling import settled
from components.site.shell import Head, document, foot, linked, navigation, skip
from components.site.style import style_sheet

MANIFEST = "assets/files.txt"  # the names of all files of the site


def write_folder(site: Site, folder: Path, url: str = "", told: Told = lambda *_: None) -> int:
    """Write the site; returns how many files it has.

    url: the address at which the folder will stand, for search engines; "" where none is known.
    Files of an earlier site that this one does not have are taken away.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # First beside what is there: whoever stops it, or runs out of room, has the old site whole.
    with tempfile.TemporaryDirectory(prefix=".", dir=folder) as draft:
        written = _drafted(site, Path(draft), url, told)
        for name in written:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(draft) / name).replace(folder / name)
    _forget(folder, written)
    return len(written) + 1


def _drafted(site: Site, folder: Path, url: str, told: Told) -> list[str]:
    """Write all files but the manifest; their names."""
    written = []
    total = len(site.pages) + len(site.moved) + len(site.data)
    for number, (name, body) in enumerate(_files(site, url.rstrip("/")), 1):
        told("files", min(number, total), total)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8", newline="\n")
        written.append(name)
    for source in (PLOTLY_JS, *font_files().values()):
        shutil.copyfile(source, folder / "assets" / source.name)
        written.append(f"assets/{source.name}")
    return written


def _forget(folder: Path, written: list[str]) -> None:
    """Take away what an earlier site wrote and this one did not; note what this one wrote."""
    manifest = folder / MANIFEST
    before = manifest.read_text("utf-8").splitlines() if manifest.is_file() else []
    root = folder.resolve()
    for name in set(before) - set(written):
        path = (folder / name).resolve()
        if path.is_relative_to(root) and path.is_file():
            path.unlink()
    manifest.write_text("".join(f"{name}\n" for name in sorted(written)), "utf-8", newline="\n")


def _files(site: Site, url: str):
    """(name, text) of every file that is text."""
    for page in site.pages:
        yield f"{page.path}.html", _document(site, page, url)
    for former, path in site.moved.items():
        yield f"{former}.html", _moved(site, former, path, url)
    for name, data in site.data.items():
        said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        yield f"data/{name}.js", f"siteData({json.dumps(name)},{said});\n"
    yield (
        "assets/style.css",
        style_sheet(site.pictures, faces(font_files(), lambda path: path.name)),
    )
    yield "assets/site.js", script()
    if url:
        yield "sitemap.xml", _sitemap(site, url)
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {url}/sitemap.xml\n"


def _document(site: Site, page: Page, url: str) -> str:
    root = "../" * page.path.count("/")
    name = site.catalog.header.title
    body = Markup("{}{}<main id=\"main\" tabindex=\"-1\" class=\"tl{}\">{}</main>{}").format(
        skip(), navigation(site.catalog, page.part), " wide" if page.wide else "", page.body,
        foot(site.catalog),
    )  # fmt: skip
    head = Head(
        title=page.title if page.title == name else f"{page.title} · {name}",
        description=page.description,
        canonical=f"{url}/{_file(page.path)}" if url else "",
        linked=linked(page.linked),
        styles=f'<link rel="stylesheet" href="{root}assets/style.css">',
        scripts=f'<script src="{root}assets/site.js" defer></script>',
    )
    at = Markup(' class="site" data-root="{}" data-page="{}"').format(root, page.path)
    inside = settled(body, page.path, lambda path, fragment: _link(page.path, path, fragment))
    return document(head, inside, site.catalog.header.language, at)


def _file(path: str) -> str:
    """The end of a page's address on a server."""
    return "" if path == "index" else f"{path}.html"


def _link(here: str, path: str, fragment: str) -> str:
    """A link from page to page that works from a disk as well."""
    if path == here and fragment:
        return f"#{fragment}"
    start = posixpath.dirname(here) or "."
    relative = posixpath.relpath(f"{path}.html", start)
    return f"{relative}#{fragment}" if fragment else relative


def _moved(site: Site, former: str, path: str, url: str) -> str:
    """A page for a former address: it leads on by itself, and by a link."""
    link = _link(former, path, "")
    body = Markup('<main class="tl" id="main"><h1>{}</h1><p><a href="{}">{}</a></p></main>').format(
        text("site.moved"), link, path
    )
    head = Head(
        title=text("site.moved"),
        description=text("site.moved"),
        canonical=f"{url}/{_file(path)}" if url else link,
        styles=Markup('<meta http-equiv="refresh" content="0; url={}">').format(link),
    )
    return document(head, body, site.catalog.header.language)


def _sitemap(site: Site, url: str) -> str:
    rows = "\n".join(
        f"<url><loc>{Markup.escape(f'{url}/{_file(page.path)}')}</loc></url>" for page in site.pages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}\n</urlset>\n'
    )
