"""A text under examination: each claim beside what the literature says of it."""

from __future__ import annotations

from markupsafe import Markup

from components.catalog.models import Claim, Review
from components.catalog.selection import Selection
from components.html import addresses, pieces
from components.html.content import Content
from components.html.records import facets
from components.html.records.claims import claim_sides
from components.html.records.facets import Facet, Page
from components.html.records.parts import record_link, sign
from components.html.records.shared import Records, first
from components.html.records.sources import address, entry
from components.html.texts import text

PAGE = "review"
VERDICTS = ("supported", "partly", "wrong", "opinion", "not-verified")


def review_of(data: Content, selection: Selection) -> Review | None:
    """The review that is open, else the first; None where there is none."""
    reviews = data.catalog.reviews
    return reviews.get(first(selection, "id")) or next(iter(reviews.values()), None)


def page(records: Records, review: Review, selection: Selection) -> Page:
    """The claims in the order of the text."""
    claims = {claim.id: claim for claim in review.claims}
    touched = {theme for claim in review.claims for theme in claim.subjects}
    themes = records.content.catalog.vocabulary.themes
    groups = (
        Facet("verdict", text("reviews.verdict"), {one: text(f"verdict.{one}") for one in VERDICTS},
              {id: (claim.verdict,) for id, claim in claims.items()}),
        Facet("themes", text("reviews.subject"),
              {one.id: one.label for one in themes if one.id in touched},
              {id: claim.subjects for id, claim in claims.items()}),
    )  # fmt: skip
    found = facets.found(records, ("claim",), selection.text, within=review.id)
    return Page(PAGE, tuple(claims), groups, found)


def opened(review: Review, selection: Selection) -> Claim | None:
    """The claim that the address names."""
    id = first(selection, "open")
    return next((claim for claim in review.claims if claim.id == id), None)


def introduction(data: Content, review: Review, selection: Selection) -> Markup:
    """What is examined, by whom, and in what spirit."""
    source = data.catalog.sources[review.source]
    examined = record_link("source", source.id, entry(source), selection)
    examined += address(source, source.URL or "")
    return Markup(
        '<div class="prose"><p>{}</p><dl class="facts"><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd>'
        "</dl></div>"
    ).format(
        review.description,
        text("reviews.examined"),
        examined,
        text("reviews.by"),
        data.catalog.header.cite,
    )


def tally(records: Records, review: Review, selection: Selection, theme: str) -> Markup:
    """How many claims got each verdict: a bar, and below it the words, each a filter."""
    numbers = {one: sum(claim.verdict == one for claim in review.claims) for one in VERDICTS}
    numbers = {verdict: number for verdict, number in numbers.items() if number}
    facet = page(records, review, selection).facets[0]
    segments = Markup("").join(
        Markup('<span class="{}" style="flex-grow:{}"></span>').format(verdict, number)
        for verdict, number in numbers.items()
    )
    words = (
        pieces.link(
            addresses.href(facets.toggle(facet, selection, verdict), PAGE),
            Markup("{} <b>{}</b> {}").format(
                sign(verdict, theme), number, text(f"verdict.{verdict}")
            ),
            cls="on" if verdict in facets.chosen(facet, selection) else "",
        )
        for verdict, number in numbers.items()
    )
    return Markup(
        '<section class="tally"><h2>{}</h2><div class="segments" aria-hidden="true">{}</div>{}'
        "</section>"
    ).format(text("reviews.tally"), segments, pieces.items(words))


def index(
    records: Records, review: Review, shown: list[str], selection: Selection, theme: str
) -> Markup:
    """The claims `shown`, each beside its finding."""
    claims = {claim.id: claim for claim in review.claims}
    is_open = first(selection, "open")
    body = Markup("").join(
        Markup('<li id="claim-{}" class="{}">{}</li>').format(
            id,
            "open" if id == is_open else "",
            claim_sides(records.content, review, claims[id], selection, theme),
        )
        for id in shown
    )
    return Markup(
        '<section class="records claims"><h2 class="hidden">{}</h2><ol>{}</ol></section>'
    ).format(text("reviews.claims"), body)
