"""`kit site`: the whole course as pages that need no kernel and no internet."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from kit.content.interface import default_language, read_words
from kit.content.library import open_library
from kit.paths import data_folder, notebooks_folder
from kit.text import LANGUAGES

FOLDER = Path("iso9001-site")
_KILOBYTE = 1000


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "site", help="write the course as pages for any phone or USB stick"
    )
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--data", type=Path, default=data_folder(), help="the folder with the data")
    parser.add_argument("--language", choices=LANGUAGES, default=default_language())
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    from kit.site.build import build_site
    from kit.site.writing import FolderError, write_site

    # The interface words come from there as well.
    os.environ["KIT_DATA"] = str(arguments.data.absolute())
    words = read_words("site-build", arguments.language)
    today = datetime.now().astimezone().date()
    files = build_site(open_library(), notebooks_folder(), today)
    try:
        write_site(arguments.folder, files)
    except FolderError as error:
        sys.stderr.write(f"{words[error.key].format(**error.values)}\n")
        return 1
    size = sum(map(len, files.values())) // _KILOBYTE
    written = words["written"].format(files=len(files), size=size, folder=arguments.folder)
    start = words["open"].format(file=arguments.folder / "index.html")
    sys.stdout.write(f"{written}\n{start}\n")
    return 0
