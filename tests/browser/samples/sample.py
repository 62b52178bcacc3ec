"""What the sample lessons of the browser tests import instead of the kit."""

from __future__ import annotations

import os
from pathlib import Path

import anywidget
import ipywidgets
import traitlets


class Quiz(anywidget.AnyWidget):
    """Ask one question and tell the page about it as the kit's quizzes do."""

    _esm = """
    function render({ model, el }) {
      const name = model.get("name");
      const tell = (done) => {
        Object.assign(el.dataset, { kitQuiz: name, kitDone: done, kitTotal: 2 });
        const detail = { quiz: name, done, total: 2 };
        const event = new CustomEvent("kit-progress", { bubbles: true, composed: true, detail });
        el.dispatchEvent(event);
      };
      const fieldset = document.createElement("fieldset");
      fieldset.append(Object.assign(document.createElement("legend"), { textContent: name }));
      for (const text of ["Sofia", "Pomorie", "Burgas"]) {
        const label = document.createElement("label");
        const input = Object.assign(document.createElement("input"), { type: "radio", name });
        input.addEventListener("change", () => tell(1));
        label.append(input, text);
        fieldset.append(label);
      }
      el.append(fieldset);
      tell(0);
    }
    export default { render };
    """
    name = traitlets.Unicode().tag(sync=True)


def note(line: str) -> None:
    """Leave a trace of having run."""
    with Path(os.environ["SAMPLE_TRACE"]).open("a", encoding="utf-8") as trace:
        trace.write(line + "\n")


class Lesson:
    """Offer what the sample lessons show."""

    def __init__(self, name: str, language: str) -> None:
        self.name = name
        self.language = language

    def quiz(self, name: str) -> Quiz:
        """Show a question."""
        return Quiz(name=name)

    def explore(self, name: str) -> anywidget.AnyWidget:
        """Show the kit's own explorer widget with a sample behind it."""
        from kit.content.library import open_library
        from kit.explorers import registry
        from kit.explorers.desk import open_desk
        from kit.logbook import Logbook
        from kit.widgets.explorer import ExplorerWidget

        registry.EXPLORERS = {"kept": "sample_explorer:KeptExplorer"}
        logbook = Logbook(self.name, library=open_library(), language=self.language)
        return ExplorerWidget(desk=open_desk(name, logbook))

    def controls(self) -> ipywidgets.VBox:
        """Show core widgets, which know nothing of the kit."""
        return ipywidgets.VBox(
            [
                ipywidgets.RadioButtons(options=["one", "two", "three"], description="Radio"),
                ipywidgets.Checkbox(description="Box"),
                ipywidgets.Dropdown(options=["red", "green", "blue"], description="List"),
                ipywidgets.Button(description="Press"),
            ]
        )


def open_lesson(name: str, language: str) -> Lesson:
    """Open a sample lesson and leave a trace."""
    note(f"{name} {language} {Path.cwd()}")
    return Lesson(name, language)
