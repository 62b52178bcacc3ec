from __future__ import annotations

import email
import os
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.checkout import ROOT, copy_project, fetch_notebook, run, served

pytestmark = pytest.mark.slow

LITTER = ("__pycache__/x.pyc", ".ipynb_checkpoints/x-checkpoint.ipynb")
EXTENSION = "share/jupyter/labextensions/iso9001-kit"


def build(project: Path, target: str) -> Path:
    """Build the wheel or the sdist of a project and return the file."""
    folder = project.parent / target
    done = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=project)
    assert done.returncode == 0, done.stderr
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with the litter in it that working leaves behind."""
    project = copy_project(tmp_path_factory.mktemp("build") / "kit")
    for folder in ("data", "notebooks/en", "kit", "kit/lab/extension/iso9001-kit"):
        for name in LITTER:
            (project / folder / name).parent.mkdir(exist_ok=True)
            (project / folder / name).write_text("litter", encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def wheel(project: Path) -> Path:
    return build(project, "wheel")


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    return zipfile.ZipFile(wheel).namelist()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Install the wheel into an empty environment, as `pip install` would."""
    folder = tmp_path_factory.mktemp("празна среда") / "env"
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    python = bin_folder / ("python.exe" if os.name == "nt" else "python")
    uv = [sys.executable, "-m", "uv"]
    assert run(*uv, "venv", "--python", sys.executable, folder).returncode == 0
    install = [*uv, "pip", "install", "--python", python, "-c", ROOT / "requirements.lock", wheel]
    done = run(*install, "--offline")  # from what start.py or uv has fetched before
    done = done if done.returncode == 0 else run(*install)
    assert done.returncode == 0, done.stderr
    return SimpleNamespace(folder=folder, python=python, kit=bin_folder / "kit")


def files_of(folder: str) -> set[str]:
    paths = (ROOT / folder).rglob("*")
    litter = {"__pycache__", ".ipynb_checkpoints"}
    return {
        path.relative_to(ROOT).as_posix()
        for path in paths
        if path.is_file() and not litter & set(path.parts)
    }


@pytest.mark.parametrize("folder", ["data", "notebooks"])
def test_the_wheel_carries_all_content_inside_the_package(names, folder):
    prefix = "kit/shipped/"
    carried = {name.removeprefix(prefix) for name in names if name.startswith(prefix + folder)}
    assert carried == files_of(folder)


def test_the_wheel_carries_the_extension_for_jupyterlab(names):
    carried = {name.partition(f"/{EXTENSION}/")[2] for name in names if EXTENSION in name}
    shipped = "kit/lab/extension/iso9001-kit/"
    assert carried == {name.removeprefix(shipped) for name in files_of(shipped)}
    assert "package.json" in carried


def test_the_wheel_carries_nothing_else(names):
    roots = {name.partition("/")[0] for name in names}
    assert {root.partition("-")[0] for root in roots} == {"kit", "iso9001_kit"}


def test_caches_and_checkpoints_stay_out(project, names):
    with tarfile.open(build(project, "sdist")) as sdist:
        everything = [*names, *sdist.getnames()]
    assert [name for name in everything if "pycache" in name or "checkpoint" in name] == []


def test_the_wheel_asks_for_what_the_project_asks_for(wheel):
    archive = zipfile.ZipFile(wheel)
    name = next(name for name in archive.namelist() if name.endswith("/METADATA"))
    metadata = email.message_from_bytes(archive.read(name))
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    expected = {one.replace(" ", "") for one in asked["dependencies"]}
    found = metadata.get_all("Requires-Dist")
    assert {frozenset(one.split(",")) for one in map(_bounds_first, found)} == {
        frozenset(one.split(",")) for one in map(_bounds_first, expected)
    }
    assert set(metadata.get_all("License-File")) == {"LICENSE", "LICENSE-CONTENT"}


def _bounds_first(requirement: str) -> str:
    return requirement.replace(">", ",>", 1).replace("<", ",<", 1).replace(",,", ",")


def test_the_source_archive_builds_the_same_wheel(project, names, tmp_path):
    with tarfile.open(build(project, "sdist")) as sdist:
        sdist.extractall(tmp_path, filter="data")
    again = build(next(tmp_path.iterdir()), "wheel")
    assert sorted(zipfile.ZipFile(again).namelist()) == sorted(names)


def test_the_installed_kit_finds_its_own_content(installed, tmp_path):
    code = "import kit, kit.paths as p; print(kit.__file__, p.data_folder(), p.notebooks_folder())"
    told = run(installed.python, "-c", code, cwd=tmp_path)
    assert told.stdout.count(str(installed.folder)) == 3


def test_the_installed_kit_checks_its_content_from_any_folder(installed, tmp_path):
    told = run(installed.kit, "check", cwd=tmp_path)
    assert told.returncode == 0, told.stdout
    assert told.stdout.splitlines()[-1] == "No faults."


def test_jupyterlab_finds_the_installed_extension(installed, tmp_path):
    listed = run(
        installed.python,
        "-m",
        "jupyter",
        "labextension",
        "list",
        cwd=tmp_path,
        env=_clean(tmp_path),
    )
    line = next(line for line in listed.stderr.splitlines() if "iso9001-kit" in line)
    assert "enabled" in line
    assert "OK" in line


def test_the_installed_kit_serves_its_lessons(installed, tmp_path):
    shipped = installed.folder / "lib"
    command = [installed.kit, "lab", "announcement", "--no-browser", "--folder", tmp_path / "my"]
    with served(*command, cwd=tmp_path, env=_clean(tmp_path)) as (_, address):
        notebook = fetch_notebook(address)
    copies = sorted(path.name for path in (tmp_path / "my" / "bg").glob("*.ipynb"))
    assert len(notebook["cells"]) > 10
    assert copies == sorted(path.name for path in shipped.rglob("kit/shipped/notebooks/bg/*.ipynb"))


def _clean(home: Path) -> dict[str, str]:
    """Return surroundings in which the user's own Jupyter is not seen."""
    return os.environ | {"JUPYTER_CONFIG_DIR": str(home), "JUPYTER_DATA_DIR": str(home / "data")}
