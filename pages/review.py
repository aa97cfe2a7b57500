"""A text under examination: every claim beside what the literature says of it."""

from components.ui import claims, frame, html, record_filters, records, reviews, search
from components.ui.content import content
from components.ui.texts import text

frame.ensure()
data, theme = content(), frame.theme()
kept = records.records(data)
selection = records.settled(reviews.allowed(kept))
review = reviews.review_of(data, selection)

if review is None:
    html.show(html.title(text("page.review"), text("reviews.none")))
else:
    page = reviews.page(kept, review, selection)
    record_filters.sidebar(page, text("reviews.hint"), theme)
    shown = record_filters.kept(page, selection)
    of = text("reviews.of", total=len(page.ids))
    html.show(html.title(review.title))
    reviews.choice(data, review)
    if opened := reviews.opened(review, selection):
        html.show(claims.open_claim(data, review, opened, selection, theme))
    html.show(reviews.introduction(data, review, selection))
    html.show(reviews.tally(kept, review, selection, theme))
    html.show(record_filters.head(page, selection, len(shown), of))
    also = search.also_found(data, selection, without=("claim",))
    if shown:
        html.show(also, reviews.index(kept, review, shown, selection, theme))
    else:
        html.show(also, record_filters.empty(page, selection))
