"""A text under examination: every claim beside what the literature says of it."""

from components.html.records import claims, facets, reviews, shared
from components.ui import download, frame, html, search
from components.ui.content import content
from components.ui.records import address, controls, filters
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = shared.records(data)
selection = address.settled(controls.allowed_of_reviews(kept))
review = reviews.review_of(data, selection)

if review is None:
    html.show(html.title(text("page.review"), text("reviews.none")))
else:
    page = reviews.page(kept, review, selection)
    filters.sidebar(page, text("reviews.hint"), theme)
    shown = facets.kept(page, selection)
    of = text("reviews.of", total=len(page.ids))
    html.show(html.title(review.title))
    controls.choice(data, review)
    if opened := reviews.opened(review, selection):
        html.show(claims.open_claim(data, review, opened, selection, theme))
    html.show(reviews.introduction(data, review, selection))
    html.show(reviews.tally(kept, review, selection, theme))
    with html.row():
        html.show(facets.head(page, selection, len(shown), of))
        claimed = [f"{review.id}/{claim}" for claim in shown]
        download.records(data, "claims", claimed)
    also = search.also_found(data, selection, without=("claim",))
    if shown:
        html.show(also, reviews.index(kept, review, shown, selection, theme))
    else:
        html.show(also, facets.empty(page, selection))
