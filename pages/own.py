"""Events of the reader's own, checked and shown to that reader alone."""

from components.ui import frame
from components.ui.own import page

frame.ensure()
page.show()
