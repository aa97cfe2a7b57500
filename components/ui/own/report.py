"""What is to be said of a file: what to mend, what was filled in, what could not be carried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from components.catalog.imports.accepted import READERS
from components.catalog.own.handed import FOLDER, Handed
from components.catalog.own.unpacking import packed
from components.catalog.problems import Problem
from components.ui import html
from components.ui.texts import count, text

AT_MOST = 100  # problems or lines on the page; the download has them all


def show(own: Handed) -> None:
    """Draw the report with its downloads."""
    pieces = (
        html.section(text("own.mend"), _problems(own.problems), level=2),
        html.section(text("own.assumed"), _lines("own.assumed.note", own.assumed), level=2),
        html.section(text("own.lost"), _lines("own.lost.note", own.lost), level=2),
    )
    body = Markup("").join(pieces)
    html.show(Markup('<div class="own" id="own-problems" tabindex="-1">{}</div>').format(body))
    with st.container(horizontal=True):
        _downloads(own)


def _problems(problems: Sequence[Problem]) -> Markup:
    if not problems:
        return Markup("<p>{}</p>").format(text("own.mend.nothing"))
    files = groupby(problems[:AT_MOST], key=lambda one: one.file)
    lists = (
        Markup("<h3>{}</h3>{}").format(file, html.items(map(_problem, some), "problems"))
        for file, some in files
    )
    return Markup("").join([*lists, _more(len(problems))])


def _problem(problem: Problem) -> Markup:
    place = f"{problem.line}:{problem.column}" if problem.line else ""
    about = ", ".join(filter(None, (problem.record, problem.field)))
    warning = text("own.warning") if problem.severity == "warning" else ""
    said = Markup('<span class="muted">{}{}</span> <b>{}</b> <i>{}</i>').format(
        warning, f"{about}:" if about else "", problem.what, problem.hint
    )
    return Markup('<span class="at">{}</span> <span>{}</span>').format(place, said)


def _lines(note: str, lines: Sequence[str]) -> Markup:
    if not lines:
        return Markup("")
    listed = html.items(Markup.escape(line) for line in lines[:AT_MOST])
    return Markup("<p>{}</p>{}{}").format(text(note), listed, _more(len(lines)))


def _more(number: int) -> Markup:
    rest = number - AT_MOST
    return Markup("<p>{}</p>").format(text("own.more", n=f"{rest:,}")) if rest > 0 else Markup("")


def _downloads(own: Handed) -> None:
    stem = own.name.rpartition(".")[0] or own.name
    for key, name, data in _files(own, stem):
        st.download_button(
            text(f"own.take.{key}"), data, file_name=name, on_click="ignore", key=f"own-take-{key}"
        )


def _files(own: Handed, stem: str) -> Iterator[tuple[str, str, str | bytes]]:
    if own.yaml:
        yield "yaml", f"{stem}.yaml", own.yaml
    if own.kind != FOLDER:
        yield "folder", f"{stem}.zip", packed(own.files)
    if own.problems or own.lost or own.assumed:
        said = [*map(str, own.problems), *own.assumed, *own.lost]
        yield "report", f"{stem}-report.txt", "\n".join(said) + "\n"


def heading(own: Handed) -> Markup:
    """What is shown, in one line: the file, how it was read, what is in it."""
    of = READERS.get(own.kind)
    kind = of.title if of else text(f"own.kind.{own.kind}")
    numbers = {
        "events": len(own.catalog.events),
        "own.sources": len(own.catalog.sources),
        "own.problems": len(own.problems),
    }
    said = ", ".join(count(key, number) for key, number in numbers.items())
    return Markup("<p><b>{}</b> ({}): {}.</p>").format(own.name, kind, said)
