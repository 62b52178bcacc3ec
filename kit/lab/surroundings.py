"""Where JupyterLab keeps its things while it serves lessons: apart from the user's own.

The user's settings, workspaces, kernels and extensions are neither read nor changed, so that a
lesson looks and works alike everywhere; the kernel is always the Python that runs the kit.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from kit.paths import PACKAGE

CONFIG = PACKAGE / "lab" / "config"
EXTENSIONS = PACKAGE / "lab" / "extension"


def place_jupyter(home: Path) -> dict[str, str]:
    """Return the environment that keeps Jupyter inside `home/lab`."""
    lab = home.absolute() / "lab"
    return {
        "IPYTHONDIR": str(lab / "ipython"),
        "JUPYTER_CONFIG_DIR": str(lab / "config"),
        "JUPYTER_CONFIG_PATH": str(CONFIG),
        "JUPYTER_DATA_DIR": str(data_folder(home)),
        "JUPYTER_PATH": "",
        "JUPYTER_RUNTIME_DIR": str(lab / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(lab / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(lab / "workspaces"),
    }


def data_folder(home: Path) -> Path:
    """Return the folder with the secret that signs notebooks."""
    return home.absolute() / "lab" / "data"


def forget_layout(home: Path) -> None:
    """Forget what was open the last time, so that one lesson opens and no other."""
    shutil.rmtree(home.absolute() / "lab" / "workspaces", ignore_errors=True)
