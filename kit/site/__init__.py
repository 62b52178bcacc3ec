"""The course as plain pages that need no kernel."""
