"""Charts of numbers: an indicator's competing or successive estimates, in the form that fits.

To add a form: one file with `draw_…(sheet, content)`, a line in `indicator.FORMS`, a line in
`thumbnail.SMALL_FORMS`, its phrase in `FigureWords.alt_forms`, and its test.
"""

from components.charts.figures.alt import indicator_alt
from components.charts.figures.indicator import indicator_figure
from components.charts.figures.thumbnail import thumbnail_figure
from components.charts.figures.words import FigureWords

__all__ = ["FigureWords", "indicator_alt", "indicator_figure", "thumbnail_figure"]
