"""An explorer with every kind of control, a guess and an offer, for tests."""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.figure import Figure

from kit.explorers.explorer import (
    Choice,
    Control,
    Count,
    Day,
    Explorer,
    Offer,
    Option,
    Setting,
    State,
    Switch,
    Words,
)
from kit.figures.theme import SEA, SEA_WASH, themed
from kit.text import Text

TEXTS = {
    "title": Text("How long does the counter wait?", "Колко чака гишето?"),
    "rules": Text("Rules", "Правила"),
    "old": Text("the old ones", "старите"),
    "new": Text("the new ones", "новите"),
    "office": Text("Which office?", "Коя служба?"),
    "people": Text("People at the counter", "Хора на гишето"),
    "people-help": Text("Only those who serve citizens.", "Само които обслужват граждани."),
    "persons": Text("people", "души"),
    "share": Text("Share of papers", "Дял на документите"),
    "opened": Text("Opened on", "Отворено на"),
    "closed": Text("Closed on", "Затворено на"),
    "when": Text("When", "Кога"),
    "guess": Text("Ask me for a guess first", "Първо искай предположение"),
    "name": Text("Name of the office", "Име на службата"),
    "notes": Text("Your notes", "Вашите бележки"),
    "said": Text("With {n} people the wait is {m} minutes.", "С {n} души се чака {m} минути."),
    "ask": Text("Will it take longer?", "Ще се чака ли повече?"),
    "yes": Text("Yes, it will take longer", "Да, ще се чака повече"),
    "no": Text("No, it stays as it is", "Не, остава както е"),
    "right": Text("That is so.", "Така е."),
    "wrong": Text("It is the other way round.", "Обратното е."),
    "save": Text("Save as a text file", "Запази като текстов файл"),
    "more": Text("Minutes", "Минути"),
}
OFFICES = {
    "registry": Text("The registry on the ground floor", "Деловодството на партера"),
    "taxes": Text("Local taxes and fees", "Местни данъци и такси"),
    "civil": Text("Civil status", "Гражданско състояние"),
    "building": Text("Building permits and cadastre", "Строителни разрешения и кадастър"),
    "social": Text("Social services", "Социални услуги"),
}
START: State = {
    "rules": "old",
    "office": "registry",
    "people": 3,
    "share": 50,
    "opened": "2013-01-29",
    "closed": "",
    "guess": False,
    "name": "",
    "notes": "",
}
# What makes the explorer break, as one with a fault would.
BREAKING = "break"


class SampleExplorer(Explorer):
    """Tell how long people wait: a quarter of an hour by the number of people."""

    is_kept = False

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.title = self._say("title")
        self.controls = tuple(self._list_controls())

    def _say(self, key: str) -> str:
        return TEXTS[key].pick(self.setting.language)

    def _list_controls(self) -> Iterator[Control]:
        say, language = self._say, self.setting.language
        rules = tuple(Option(id=slug, label=say(slug)) for slug in ("old", "new"))
        yield Choice(name="rules", label=say("rules"), options=rules)
        offices = (Option(id=slug, label=one.pick(language)) for slug, one in OFFICES.items())
        yield Choice(name="office", label=say("office"), options=tuple(offices))
        yield Count(
            name="people",
            label=say("people"),
            help=say("people-help"),
            unit=say("persons"),
            low=1,
            high=20,
        )
        yield Count(name="share", label=say("share"), unit="%", low=0, high=100, step=10)
        days = {"first": "2010-01-01", "last": "2030-12-31", "group": say("when")}
        yield Day(name="opened", label=say("opened"), **days)
        yield Day(name="closed", label=say("closed"), is_optional=True, **days)
        yield Switch(name="guess", label=say("guess"))
        yield Words(name="name", label=say("name"), most=40)
        yield Words(name="notes", label=say("notes"), most=500, lines=3)

    def start(self) -> State:
        """Begin with three people."""
        return dict(START)

    def frames(self) -> Iterator[State]:
        """Yield a few numbers of people; one of them twice."""
        for people in (3, 5, 15, 3):
            yield {**START, "people": people}

    def draw(self, state: State) -> Figure:
        """Draw the minutes as a bar."""
        with themed():
            figure = Figure(figsize=(6.2, 1.6))
            axes = figure.add_axes((0.03, 0.3, 0.94, 0.45))
            axes.barh([0], [self._minutes(state)], color=SEA_WASH, edgecolor=SEA)
            axes.set_xlim(0, 15)
            axes.set_yticks([])
            axes.set_title(self.describe(state), loc="left", size=12, weight="bold")
        return figure

    def _minutes(self, state: State) -> int:
        return 15 // int(state["people"])

    def describe(self, state: State) -> str:
        """Say the minutes."""
        if state["name"] == BREAKING:
            raise ArithmeticError("broken")
        return self._say("said").format(n=state["people"], m=self._minutes(state))

    def tell(self, state: State) -> str:
        """Show them in a table too."""
        return (
            f"<table><tr><th>{self._say('more')}</th><td>{self._minutes(state)}</td></tr></table>"
        )

    def ask(self, state: State) -> str:  # noqa: ARG002 - asks the same of every state
        """Ask whether it takes longer."""
        return self._say("ask")

    def guesses(self, state: State) -> tuple[Option, ...]:
        """Ask only where the learner wants it."""
        if not state["guess"]:
            return ()
        return tuple(Option(id=slug, label=self._say(slug)) for slug in ("yes", "no"))

    def compare(self, state: State, guess: str) -> str:
        """Hold that fewer than four people make it longer."""
        is_right = (guess == "yes") == (int(state["people"]) < 4)
        return self._say("right" if is_right else "wrong")

    def offers(self, state: State) -> tuple[Offer, ...]:
        """Offer the words as a file."""
        content = self.describe(state).encode()
        label = self._say("save")
        return (Offer(name="wait.txt", label=label, media_type="text/plain", content=content),)


class KeptExplorer(SampleExplorer):
    """Be the same, but keep what is set."""

    is_kept = True
