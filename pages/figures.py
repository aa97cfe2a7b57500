"""Numbers: who counted, what, and how surely."""

from components.ui import figure_gallery, figure_page, figures, frame
from components.ui.content import content

frame.ensure()
kept, theme = figures.figures(content()), frame.theme()
selection, opened = figures.address(kept.content)
if opened:
    figure_page.show(kept, opened, selection, theme)
else:
    figure_gallery.show(kept, selection, theme)
