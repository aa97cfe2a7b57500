"""Numbers: who counted, what, and how surely."""

from components.html.figures import shared
from components.ui import frame
from components.ui.content import content
from components.ui.figures import gallery, page
from components.ui.figures.address import address

frame.ensure()
kept, theme = shared.figures(content()), frame.theme()
selection, opened = address(kept.content)
if opened:
    page.show(kept, opened, selection, theme)
else:
    gallery.show(kept, selection, theme)
