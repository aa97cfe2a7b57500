"""The frame around every page: navigation, style, notices, and the address.

To add a page: a file in `pages/`, a line in `PAGES`, its title in `strings/`.
"""

from __future__ import annotations

import logging
from contextlib import nullcontext
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from components.catalog.problems import Problem
from components.html.addresses import leading_nowhere
from components.ui import html, state, style
from components.ui.content import Content, content
from components.ui.own import notice
from components.ui.tab import tab_title
from components.ui.texts import count, text

_ROOT = Path(__file__).parents[2]
PAGES = (
    "timeline",
    "compare",
    "figures",
    "people",
    "tendencies",
    "review",
    "sources",
    "own",
    "about",
)
_router = st.components.v2.component(
    "router", js=Path(__file__).with_name("router.js").read_text("utf-8"), isolate_styles=False
)


def pages() -> dict[str, st.Page]:
    """Every page by its name; the first is the front page."""
    return {
        name: st.Page(
            _ROOT / "pages" / f"{name}.py",
            title=text(f"page.{name}"),
            url_path=name,
            default=name == PAGES[0],
        )
        for name in PAGES
    }


def ensure() -> None:
    """First line of every page: a page that was started without the frame starts again with it.

    Streamlit 1.67 runs `pages/*.py` on its own when a deep link is the first visit to a server.
    """
    if not st.session_state.pop("framed", False):
        st.navigation(list(pages().values()), position="hidden")
        st.rerun()


def theme() -> str:
    """`light` or `dark`, as this reader's browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def run() -> None:
    """Draw the whole app for one reader; called by `app.py` alone."""
    here = pages()
    st.set_page_config(layout="wide", page_icon=_ROOT / "components" / "ui" / "icon.svg")
    page = st.navigation(list(here.values()), position="top")
    data = content()
    state.read_address(page.url_path, data.known)
    if target := st.session_state.pop("go", None):
        st.switch_page(here[target], query_params=state.selection().to_query())
    st.html(style.css(theme()))
    above = st.container()
    with leading_nowhere() if data.is_own else nullcontext():
        _run_page(page)
    st.set_page_config(page_title=tab_title(data, page.url_path or PAGES[0], state.selection()))
    with above:
        _notices(data)
    state.write_address()
    _mount_router(data)


def _run_page(page: st.Page) -> None:
    st.session_state["framed"] = True
    try:
        page.run()
    except Exception as error:
        failed(error)


def failed(error: Exception) -> bool:
    """A reader gets a sentence; the log gets the traceback. True: nothing more is to be said."""
    logging.getLogger(__name__).error("the page could not be drawn", exc_info=error)
    html.show(html.notice(text("notice.broken"), " ", html.link("./?", text("notice.start"))))
    return True


def _mount_router(data: Content) -> None:
    st.session_state["run"] = st.session_state.get("run", 0) + 1
    language = data.catalog.header.language
    _router(
        key="router",
        data={"run": st.session_state["run"], "language": language},
        on_go_change=_follow,
        on_back_change=_go_back,
        on_width_change=lambda: None,
        on_connections_change=lambda: None,
        on_theme_change=lambda: None,
        height=1,
    )


def _follow() -> None:
    link = st.session_state["router"].get("go")
    if not link:
        return
    target = state.follow(link, content().known) or PAGES[0]
    if target in PAGES and target != (st.session_state.get(state.PAGE) or PAGES[0]):
        st.session_state["go"] = target


def _go_back() -> None:
    """The browser shows an earlier address of this page; another page is Streamlit's to show."""
    link = st.session_state["router"].get("back")
    if link and link.partition("?")[0].strip("./") == st.session_state.get(state.PAGE):
        state.go_back(link, content().known)


def _notices(data: Content) -> None:
    """What the reader should know before anything else: ignored parts of a link, lost records."""
    if ignored := state.ignored():
        parts = ", ".join(f"{key}={value}" if value else key for key, value in ignored)
        html.show(html.notice(text("notice.ignored", parts=parts)))
    if data.is_own:
        notice.show()
        return
    lost = [problem for problem in data.catalog.problems if problem.severity == "error"]
    if lost:
        html.show(html.notice(count("notice.problems", len(lost)), _problem_list(lost)))


def _problem_list(lost: list[Problem]) -> Markup:
    return html.items(Markup.escape(_problem_line(one)) for one in lost[:5])


def _problem_line(one: Problem) -> str:
    """A problem in a line; where the folder lies on the server is nobody's business."""
    file = Path(one.file).name if one.kind == "no-folder" else one.file
    if not one.line:
        return text("notice.problems.whole", file=file, what=one.what)
    return text("notice.problems.detail", file=file, line=one.line, what=one.what)
