from __future__ import annotations

import json
import re
from base64 import b64decode
from zlib import decompress

from hypothesis import given
from hypothesis import strategies as st

from kit.site.packs import hand_over, pack, write_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def unpack(script: str) -> object:
    """Return what a packed script hands over."""
    found = re.fullmatch(r'kit\.put\("[^"]*","([^"]*)"\);\n', script)
    assert found
    return json.loads(decompress(b64decode(found[1])))


@given(JSON)
def test_what_is_packed_is_the_same_unpacked(value: object) -> None:
    assert unpack(pack("packs/en/a", value)) == value


@given(JSON)
def test_json_ends_no_script_and_no_line(value: object) -> None:
    text = write_json(value)
    assert json.loads(text) == value
    assert not set(text) & {"<", "\u2028", "\u2029"}


def test_markup_is_handed_over_as_letters() -> None:
    script = hand_over("words", {"a": "</script><!--\u2028"})
    assert script == 'kit.put("words",{"a":"\\u003c/script>\\u003c!--\\u2028"});\n'
