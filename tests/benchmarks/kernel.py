"""What a quiz of ten questions costs inside a running kernel: time to show it, bytes it sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any, NamedTuple

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

# Content of the size that is common in public quizzes, the same for both.
STEM, OPTION, WHY, HINT, QUESTIONS, OPTIONS = 80, 30, 60, 40, 10, 4

KIT_FIRST = f"""
from kit.content.questions import Option, Single
from kit.learner.recorder import Recorder
from kit.learner.store import open_store
from kit.text import Text
from kit.widgets.quiz import QuizWidget
from datetime import UTC, datetime

now = lambda: datetime.now(UTC)
text = lambda size: Text("x" * size, "х" * size)
questions = [
    Single(
        id=f"question-{{n}}", objective="o", level="apply", editions=("2015",), sources=("s",),
        stem=text({STEM}), hint=text({HINT}),
        options={{
            f"option-{{k}}": Option(text=text({OPTION}), why=text({WHY}), correct=k == 1)
            for k in range({OPTIONS})
        }},
    )
    for n in range({QUESTIONS})
]
def show():
    plan = dict(id="l/q", title="Check yourself", language="en", seed="l/q", keep_order=False,
                is_prediction=False)
    recorder = Recorder(store=open_store(now=now), questions=questions, now=now,
                        say=lambda notice: notice.key, lesson="l", quiz="q", language="en")
    return QuizWidget(questions=questions, plan=plan, recorder=recorder)
show()
"""
RIVAL_FIRST = f"""
from jupyterquiz import display_quiz
questions = [
    dict(question="x" * {STEM}, type="multiple_choice", answers=[
        dict(answer="x" * {OPTION} + str(k), correct=k == 1, feedback="x" * {WHY})
        for k in range({OPTIONS})
    ])
    for n in range({QUESTIONS})
]
def show():
    display_quiz(questions)
show()
"""


class Shown(NamedTuple):
    """What one shown quiz cost."""

    seconds: float
    sent_bytes: int
    models: int


@contextmanager
def kernel() -> Iterator[BlockingKernelClient]:
    """Start a kernel and wait until it answers."""
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel()
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def run_cell(client: BlockingKernelClient, code: str) -> Shown:
    """Run a cell; count what it shows and the state of the widgets it opens."""
    messages: list[dict[str, Any]] = []
    start = perf_counter()
    reply = client.execute_interactive(code, output_hook=messages.append, timeout=60)
    seconds = perf_counter() - start
    if reply["content"]["status"] != "ok":
        raise RuntimeError("\n".join(reply["content"]["traceback"]))
    return Shown(seconds, _count_bytes(messages), _count_models(messages))


def first_and_further(code: str, further: int = 10) -> tuple[Shown, list[Shown]]:
    """Run the first cell in a fresh kernel, then show the same quiz again."""
    with kernel() as client:
        run_cell(client, "pass")
        return run_cell(client, code), [run_cell(client, "show()") for _ in range(further)]


def _count_bytes(messages: list[dict[str, Any]]) -> int:
    parts = [
        message["content"]["data"]
        for message in messages
        if message["msg_type"] in {"display_data", "execute_result", "comm_open"}
    ]
    return sum(len(json.dumps(part, ensure_ascii=False).encode()) for part in parts)


def _count_models(messages: list[dict[str, Any]]) -> int:
    states = (
        m["content"]["data"].get("state", {}) for m in messages if m["msg_type"] == "comm_open"
    )
    return sum(state.get("_model_module") == "anywidget" for state in states)
