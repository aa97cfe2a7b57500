"""Two collections beside each other, each on its own clock."""

from components.ui import compare, frame
from components.ui.content import content

frame.ensure()
compare.show(content(), frame.theme())
