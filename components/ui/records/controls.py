"""Switches of the pages of records."""

from __future__ import annotations

import streamlit as st

from components.catalog.models import Review
from components.catalog.selection import Selection
from components.html.content import Content
from components.html.records.agents import KINDS
from components.html.records.reviews import VERDICTS
from components.html.records.shared import Records, first
from components.html.texts import text
from components.ui import state

_BOTH = "all"


def kind_switch(selection: Selection) -> None:
    """The switch between people, organisations and both."""
    st.session_state["agents-kind"] = first(selection, "type") or _BOTH
    st.segmented_control(
        text("agents.show"),
        (_BOTH, *KINDS),
        key="agents-kind",
        required=True,
        format_func=lambda kind: text(f"agents.many.{kind}"),
        on_change=_take_kind,
    )


def _take_kind() -> None:
    kind = st.session_state["agents-kind"]
    state.choose(state.selection().with_extra("type", *(() if kind == _BOTH else (kind,))))


def allowed_of_reviews(records: Records) -> dict[str, tuple[str, ...]]:
    """The own keys of the page of reviews with the values that mean something."""
    reviews = records.content.catalog.reviews
    chosen = reviews.get(first(state.selection(), "id")) or next(iter(reviews.values()), None)
    claims = tuple(claim.id for claim in chosen.claims) if chosen else ()
    return {"id": tuple(reviews), "open": claims, "verdict": VERDICTS}


def choice(data: Content, review: Review) -> None:
    """The switch between reviews, where there is more than one."""
    titles = {one.id: one.title for one in data.catalog.reviews.values()}
    if len(titles) < 2:
        return
    st.session_state["review-id"] = review.id
    st.selectbox(
        text("reviews.choose"),
        list(titles),
        format_func=titles.__getitem__,
        key="review-id",
        on_change=lambda: state.choose(
            state.selection().with_extra("open").with_extra("id", st.session_state["review-id"])
        ),
    )
