"""The claims clinic: write an exaggerated sentence anew, then compare it with the corrected one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from kit.content.records import Claim
from kit.content.signs import find_words
from kit.content.trust_exercises import Cue
from kit.explorers.citing import Citations, table
from kit.explorers.explorer import Choice, Explorer, Option, Setting, State, Switch, Words

NAME = "claims-clinic"
_STANDARD = re.compile(r"\bISO\s*9001\b(?:\s*:\s*(\d{4}))?", re.IGNORECASE)
# ISO as the one who acts, not as the beginning of a designation such as ISO/IEC 17021-1:2015.
_ISO_ALONE = re.compile(r"\bISO\b(?!\s*/?\s*(?:IEC\b)?\s*\d)", re.IGNORECASE)


class ClaimsClinicExplorer(Explorer):
    """Compare a learner's sentence with the corrected claim, and show what single words tell."""

    is_kept = True

    def __init__(self, setting: Setting) -> None:
        self._words = setting.library.explorer_words(NAME, setting.language)
        self._language = setting.language
        self._clinic = setting.library.claims_clinic
        self._claims = setting.library.case.claims
        self._verdicts = {
            key: text.pick(setting.language)
            for key, text in setting.library.interface["claims"].items()
        }
        self._citations = Citations(setting)
        self.title = self._words["title"]
        words = self._words
        self.controls = (
            Choice(name="claim", label=words["claim"], options=tuple(self._options())),
            *(control for claim in self._clinic.claims for control in self._fields(claim)),
        )

    def _fields(self, claim: str) -> tuple[Words, Switch]:
        """Return the fields of one claim: each keeps its own sentence, and is compared alone."""
        words, when = self._words, ("claim", claim)
        own, help_ = words["own"], words["own-help"]
        return (
            Words(name=f"own-{claim}", label=own, help=help_, most=400, lines=3, when=when),
            Switch(name=f"compare-{claim}", label=words["compare"], when=when),
        )

    def start(self) -> State:
        """Begin with the first claim and nothing written."""
        claims = self._clinic.claims
        fields = {f"own-{claim}": "" for claim in claims}
        return {"claim": claims[0]} | fields | {f"compare-{claim}": False for claim in claims}

    def frames(self) -> Iterator[State]:
        """Yield each claim before and after the comparison, with nothing written."""
        for claim in self._clinic.claims:
            for compare in (False, True):
                yield {**self.start(), "claim": claim, f"compare-{claim}": compare}

    def describe(self, state: State) -> str:
        """Say the claim and what to do, or the verdict and a better sentence."""
        claim, own = self._claim(state), _own(state)
        if _is_compared(state):
            verdict = self._verdicts[claim.verdict]
            correct = claim.correct.pick(self._language)
            return self._words["compared"].format(verdict=verdict, correct=correct)
        said = claim.said.pick(self._language)
        return self._words["written" if own else "begin"].format(said=said, count=len(own.split()))

    def tell(self, state: State) -> str:
        """Once compared, set the sentences side by side, and say what to look for."""
        if not _is_compared(state):
            return ""
        claim = self._claim(state)
        why = f"<p><b>{escape(self._words['why'])}</b> {escape(claim.why.pick(self._language))}</p>"
        checklist = [text.pick(self._language) for text in self._clinic.checklist.values()]
        return (
            self._set_side_by_side(state)
            + why
            + self._tell_seen(state)
            + f"<p><b>{escape(self._words['checklist'])}</b></p>{_list(checklist)}"
            + self._citations.sources(claim.sources)
        )

    def _options(self) -> Iterator[Option]:
        for number, slug in enumerate(self._clinic.claims, start=1):
            said = self._claims[slug].said.pick(self._language)
            yield Option(id=slug, label=self._words["option"].format(number=number, said=said))

    def _claim(self, state: State) -> Claim:
        return self._claims[str(state["claim"])]

    def _set_side_by_side(self, state: State) -> str:
        claim, own = self._claim(state), _own(state)
        rows = {
            "original": claim.said.pick(self._language),
            "yours": own or self._words["not-written"],
            "better": claim.correct.pick(self._language),
        }
        cells = [(escape(self._words[key]), escape(text)) for key, text in rows.items()]
        return table([self._words["which"], self._words["text"]], cells)

    def _tell_seen(self, state: State) -> str:
        own = _own(state)
        if not own:
            return ""
        remarks = list(self._remark(own, str(state["claim"]))) or [self._words["nothing-seen"]]
        head, note = escape(self._words["seen"]), escape(self._words["seen-note"])
        return f"<p><b>{head}</b></p>{_list(remarks)}<p><small>{note}</small></p>"

    def _remark(self, own: str, claim: str) -> Iterator[str]:
        yield self._remark_standard(own)
        if _ISO_ALONE.search(own):
            yield self._words["iso-alone"]
        for cue in self._clinic.cues.values():
            said = cue.found if has_sign(cue, own) else cue.missing
            if said is not None and (not cue.claims or claim in cue.claims):
                yield said.pick(self._language)

    def _remark_standard(self, own: str) -> str:
        found = list(_STANDARD.finditer(own))
        for match in found:
            if match[1]:
                return self._words["standard-with-year"].format(standard=f"ISO 9001:{match[1]}")
        return self._words["standard-without-year" if found else "standard-not-named"]


def _own(state: State) -> str:
    return str(state[f"own-{state['claim']}"]).strip()


def _is_compared(state: State) -> bool:
    return bool(state[f"compare-{state['claim']}"])


def has_sign(cue: Cue, sentence: str) -> bool:
    """Return whether one of the signs stands in a sentence, in whichever language."""
    return find_words((*cue.signs.en, *cue.signs.bg)).search(sentence) is not None


def _list(lines: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
