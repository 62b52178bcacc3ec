"""Published tables of answers, on which published figures were reckoned."""

from __future__ import annotations

# Wuensch, K. L. The Kuder-Richardson 20, East Carolina University (StatHelp, KR20.txt): ten
# students, a quiz of ten questions.
WUENSCH = [
    [1, 1, 1, 1, 1, 1, 0, 1, 1, 0],
    [1, 0, 1, 1, 0, 1, 1, 1, 0, 1],
    [1, 1, 1, 1, 0, 1, 1, 0, 0, 1],
    [0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
    [0, 0, 0, 0, 0, 1, 0, 0, 1, 0],
    [1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
    [1, 1, 0, 1, 1, 1, 0, 1, 1, 1],
    [1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
    [0, 1, 0, 1, 1, 1, 1, 1, 0, 1],
    [1, 1, 0, 1, 1, 0, 1, 1, 1, 0],
]

# Bock, R. D., & Lieberman, M. (1970). Fitting a response model for n dichotomously scored items.
# Psychometrika, 35(2), 179-197: section 6 of the Law School Admission Test, five questions and
# a thousand candidates; how often each pattern of answers occurred.
_LSAT = """
00000 3  00001 6  00010 2  00011 11  00100 1  00101 1  00110 3  00111 4
01000 1  01001 8  01011 16  01101 3  01110 2  01111 15
10000 10  10001 29  10010 14  10011 81  10100 3  10101 28  10110 15  10111 80
11000 16  11001 56  11010 21  11011 173  11100 11  11101 61  11110 28  11111 298
"""


def lsat_rows() -> list[list[int]]:
    """Return the thousand rows of the test named above."""
    words = iter(_LSAT.split())
    return [[int(mark) for mark in pattern] for pattern in words for _ in range(int(next(words)))]
