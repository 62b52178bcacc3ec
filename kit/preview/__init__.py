"""A question while it is being written: in the browser, both languages, live on save."""
