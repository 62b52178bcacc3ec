"""Setting type: a template and values in, a PDF out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

# Templates import by names that begin here, such as "/typeset/look.typ".
_ROOT = Path(__file__).resolve().parent.parent


def typeset(template: Path, values: Mapping[str, Any], *, fonts: Path) -> bytes:
    """Return the PDF that a template makes of values.

    The template reads them by `json(bytes(sys.inputs.values))`: as data and never as markup, so a
    text may hold any sign.

    Parameters
    ----------
    template
        A typst file.
    values
        What JSON can hold.
    fonts
        The folder with DejaVu Sans; fonts of the system are left alone, so that a sheet looks the
        same on every computer.
    """
    import typst

    compiler = typst.Compiler(root=str(_ROOT), font_paths=[str(fonts)], ignore_system_fonts=True)
    inputs = {"values": json.dumps(values, ensure_ascii=False)}
    # Without a file to write into and with no other format, that is what comes back.
    return cast("bytes", compiler.compile(template.read_bytes(), sys_inputs=inputs))
