"""Data that pages load as classic scripts: a page opened from a folder may fetch nothing."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any
from zlib import compress


def pack(name: str, value: Any) -> str:
    """Return a script that hands a value over, deflated; the browser inflates it when asked."""
    packed = b64encode(compress(write_json(value).encode(), 9)).decode("ascii")
    return f"kit.put({write_json(name)},{write_json(packed)});\n"


def hand_over(name: str, value: Any) -> str:
    """Return a script that hands a value over as it is."""
    return f"kit.put({write_json(name)},{write_json(value)});\n"


def write_json(value: Any) -> str:
    """Return JSON that can stand in a script and between tags: it ends neither."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("&", "\\u0026")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
