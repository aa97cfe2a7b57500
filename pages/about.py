"""What this catalogue is, how it is checked, and how to use and cite it."""

from components.ui import about, frame
from components.ui.content import content

frame.ensure()
about.show(content(), frame.theme())
