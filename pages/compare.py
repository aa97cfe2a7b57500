"""Two collections beside each other, each on its own clock."""

from components.ui import frame
from components.ui.compare import page
from components.ui.content import content

frame.ensure()
page.show(content(), frame.theme())
