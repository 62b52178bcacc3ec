"""The course as static pages: no kernel, no server, no network."""
