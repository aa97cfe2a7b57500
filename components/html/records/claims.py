"""One claim of a text under examination: what it says, and beside it what was found."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.models import Claim, Review
from components.catalog.selection import Selection
from components.html import addresses, pieces
from components.html.content import Content
from components.html.records.parts import (
    citations,
    closing,
    event_rows,
    in_order,
    paragraph,
    record_link,
    sign,
)
from components.html.records.shared import FOCUS, link_to
from components.html.texts import text

PAGE = "review"
_QUOTES = {"“": "”", '"': '"', "«": "»"}


def claim_sides(
    data: Content, review: Review, claim: Claim, selection: Selection, theme: str,
    numbered: bool = True,
) -> Markup:  # fmt: skip
    """Claim and finding side by side; `numbered`: with the claim's number as a heading."""
    said = Markup('<div class="said">{}{}{}{}</div>').format(
        _numbered(claim) if numbered else paragraph(text("reviews.said"), "label"),
        paragraph(claim.claim, "t"),
        _where(data, review, claim),
        _touches(data, claim, selection),
    )
    verdict = Markup("{} <b>{}</b>").format(
        sign(claim.verdict, theme), text(f"verdict.{claim.verdict}")
    )
    correction = claim.correction and Markup("<b>{}</b> {}").format(
        text("reviews.correction"), claim.correction
    )
    found = Markup('<div class="found">{}</div>').format(Markup("").join((
        paragraph(text("reviews.found"), "label"), paragraph(verdict, "verdict"),
        paragraph(claim.reason), paragraph(correction, "correction"),
        _labelled(text("event.sources"), citations(data, claim.sources, selection)),
        _copy(review, claim),
    )))  # fmt: skip
    return said + found


def _numbered(claim: Claim) -> Markup:
    return Markup('<h3 class="label">{} <span class="id">{}</span></h3>').format(
        text("reviews.said"), claim.id
    )


def _where(data: Content, review: Review, claim: Claim) -> Markup:
    """A few words of the text by which to find the place, and where that is."""
    words = Markup("")
    if claim.words:
        lang = data.catalog.sources[review.source].language
        words = Markup('<q lang="{}">{}</q>').format(lang or "", unquoted(claim.words))
    parts = [part for part in (words, Markup.escape(claim.where or "")) if part]
    return paragraph(Markup(", ").join(parts), "note")


def unquoted(words: str) -> str:
    """A quotation without quotation marks around the whole of it."""
    return words[1:-1] if words[-1] == _QUOTES.get(words[0]) and len(words) > 2 else words


def _touches(data: Content, claim: Claim, selection: Selection) -> Markup:
    """The events and things counted that the claim is about."""
    events = event_rows(((one, Markup("")) for one in in_order(data, claim.events)), selection)
    figures = pieces.items(
        record_link("indicator", id, data.catalog.indicators[id].title, selection)
        for id in claim.indicators
    )
    return _labelled(text("reviews.events"), events) + _labelled(text("reviews.figures"), figures)


def _labelled(name: str, body: Markup) -> Markup:
    if not body:
        return Markup("")
    return Markup('<div class="touches"><p class="label">{}</p>{}</div>').format(name, body)


def _copy(review: Review, claim: Claim) -> Markup:
    own = link_to("claim", claim.id, within=review.id)
    label = text("reviews.copy.link", id=claim.id)
    return Markup('<div class="copy">{}</div>').format(pieces.copy_link(own, label))


def open_claim(
    data: Content, review: Review, claim: Claim, selection: Selection, theme: str
) -> Markup:
    """The claim that the address names, above all others, with the way to its neighbours."""
    ids = [one.id for one in review.claims]
    here = ids.index(claim.id)
    close = closing(addresses.href(selection.with_extra("open"), PAGE), f"#claim-{claim.id} .copy")
    turn = [
        pieces.link(
            addresses.href(selection.with_extra("open", ids[there]), PAGE),
            label.format(ids[there]),
            focus=FOCUS,
        )
        if 0 <= there < len(ids)
        else Markup("<span></span>")
        for there, label in ((here - 1, "← {}"), (here + 1, "{} →"))
    ]
    return Markup(
        '<article class="card record claims" id="record" aria-labelledby="{}">'
        '<div class="where"><h2 id="{}" tabindex="-1">{}</h2>{}</div><div class="sides">{}</div>'
        '<nav class="foot" aria-label="{} / {}">{}{}</nav></article>'
    ).format(
        FOCUS[1:], FOCUS[1:], text("reviews.claim", id=claim.id), close,
        claim_sides(data, review, claim, selection, theme, numbered=False),
        text("event.previous"), text("event.next"), *turn,
    )  # fmt: skip
