"""JupyterLab as a home for lessons: it opens them alive, their code out of sight."""
