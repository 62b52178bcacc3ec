"""The JupyterLab that serves the lessons; importing this module imports JupyterLab."""

from __future__ import annotations

import asyncio
import logging
import signal
from pathlib import Path, PurePosixPath
from secrets import token_hex

from ipykernel.kernelspec import make_ipkernel_cmd
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError


class OwnPython(KernelSpecManager):
    """Offer one kernel, the Python that runs the kit, whatever else is installed.

    The kernel imports nothing from the learner's folder: a file `random.py` there, left by chance
    or by somebody else, takes no module's place.
    """

    def _kernel_dirs_default(self) -> list[str]:
        return []

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the kernel `python3`; there is no other."""
        spec = super().get_kernel_spec(kernel_name)
        quiet = ["--ignore-cwd", "--log-level=ERROR"]
        spec.argv = make_ipkernel_cmd(extra_arguments=quiet, python_arguments=["-P"])
        return spec


class QuickEnd(AsyncMappingKernelManager):
    """End kernels at once.

    What a learner did is on disk by then, and a kernel that has only just been started would answer
    a request to end with a stack trace.
    """

    async def _end_all(self, **_: object) -> None:
        await self._async_shutdown_all(now=True)

    shutdown_all = _end_all  # type: ignore[assignment]  # as in its own class


def make_server(
    folder: Path, page: str, extensions: Path, *, port: int | None, has_browser: bool
) -> ServerApp:
    """Return a JupyterLab that is bound to its port and not yet started.

    Parameters
    ----------
    folder
        The learner's folder; nothing outside of it is served.
    page
        The notebook to open, relative to the folder.
    extensions
        A folder of JupyterLab extensions that come before those installed.
    port
        The port to try first; a taken one moves on to another.
    """
    arguments = {
        "ServerApp.root_dir": folder,
        "ServerApp.kernel_spec_manager_class": f"{__name__}.{OwnPython.__name__}",
        "ServerApp.open_browser": has_browser,
        "ServerApp.kernel_manager_class": f"{__name__}.{QuickEnd.__name__}",
        "ServerApp.terminals_enabled": False,
        "ServerApp.answer_yes": True,
        "ServerApp.allow_root": True,
        "Application.log_level": "ERROR",
        "IdentityProvider.token": token_hex(24),
        "AsyncIOLoopKernelRestarter.restart_limit": 0,
        "LanguageServerManager.autodetect": False,
        "LabApp.default_url": f"/doc/tree/{page}",
        "LabApp.news_url": "None",
        "LabApp.extension_manager": "readonly",
        "LabApp.extra_labextensions_path": extensions,
    }
    if port is not None:
        arguments["ServerApp.port"] = port
    flags = [f"--{name}={value}" for name, value in arguments.items()]
    logging.getLogger("asyncio").addFilter(_is_worth_telling)
    server: ServerApp = LabApp.initialize_server(argv=flags)
    server.io_loop.add_callback(_start_kernel, server, page)
    return server


def run_server(server: ServerApp) -> None:
    """Serve until Ctrl+C, then end the kernels, and leave nothing that holds the process."""

    def stop(*_: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a second Ctrl+C ends at once
        server.stop(from_signal=True)

    # Jupyter does this only for a terminal; elsewhere Ctrl+C would break off whatever is running.
    signal.signal(signal.SIGINT, stop)
    server.start()
    loop = server.io_loop.asyncio_loop  # type: ignore[attr-defined]
    loop.run_until_complete(_end_tasks())


async def _end_tasks() -> None:
    """End what was still going on when the server stopped.

    A thread that has worked for such a task waits for the word that the task has ended, and would
    wait for ever.
    """
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    await asyncio.sleep(0)  # tasks that ended before are still to be told of


async def _start_kernel(server: ServerApp, page: str) -> None:
    """Start the lesson's kernel now, while the browser is still loading JupyterLab."""
    await server.session_manager.create_session(
        path=page, name=PurePosixPath(page).name, type="notebook", kernel_name=NATIVE_KERNEL_NAME
    )


def _is_worth_telling(record: logging.LogRecord) -> bool:
    """Leave out that a page has gone away while something was being sent to it."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, WebSocketClosedError | StreamClosedError)
