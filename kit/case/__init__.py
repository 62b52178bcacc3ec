"""A case of one's own: starting it, and what in it still speaks of the kit's case."""
