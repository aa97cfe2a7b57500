"""The whole catalogue as files that need no server: a folder of pages, or one page.

Pages are made of the same pieces as those of the app (`components/html`), read without a script
and without a network, and drawn by `site.js` where there is one. Nothing here knows an event.
"""
