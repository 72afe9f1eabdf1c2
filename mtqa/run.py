"""A whole run over files and folders: which files, checked or fixed, in one process or several."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from multiprocessing import get_context
from pathlib import Path

from mtqa.config import Config
from mtqa.engine import find
from mtqa.errors import MtqaError, UsageError
from mtqa.findings import Finding
from mtqa.fixes import fix_text
from mtqa.readers import READERS, SourceFile, decode, read_document, read_file, write_file
from mtqa.rules import Rule, load_rules
from mtqa.select import check_codes

__all__ = ["FileResult", "Job", "check_files", "collect", "fix_files", "load_catalogue"]

STDIN = "-"
_SKIPPED_FOLDERS = {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__"}


@dataclass(frozen=True)
class FileResult:
    """What came of one file: its findings, or the error that kept it from being read."""

    path: str
    text: str = ""
    words: int = 0
    findings: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    new_text: str | None = None
    error: MtqaError | None = None


@dataclass(frozen=True)
class Job:
    """What to do with each file."""

    config: Config
    encoding: str | None = None
    unsafe: bool = False
    write: bool = False


def load_catalogue(config: Config) -> tuple[Rule, ...]:
    """All rules of the project. Raises RuleError, or ConfigError for an unknown code."""
    catalogue = load_rules(*config.rules)
    selection = config.selection
    entries = [*(selection.select or ()), *selection.extend_select, *selection.ignore]
    entries += [code for codes in selection.per_file_ignores.values() for code in codes]
    check_codes(entries, catalogue, config.origin)
    return catalogue


def collect(paths: Iterable[str], config: Config) -> list[str]:
    """The files to check: those named, and in folders all whose ending a reader knows.

    Raises UsageError where there is nothing to check.
    """
    files: list[str] = []
    for name in paths:
        path = Path(name)
        if name != STDIN and path.is_dir():
            inside = [str(file) for file in _walk(path) if not _excluded(file, config)]
            if not inside:
                known = ", ".join(sorted(READERS))
                raise UsageError(f"{name}: no text in this folder; mtqa reads {known}")
            files.extend(inside)
        else:
            files.append(name)
    return list(dict.fromkeys(files))


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            if path.name not in _SKIPPED_FOLDERS:
                yield from _walk(path)
        elif path.suffix.lower() in READERS:
            yield path


def _excluded(path: Path, config: Config) -> bool:
    try:
        relative = path.resolve().relative_to(config.root.resolve())
    except ValueError:
        relative = path
    parts = [relative, *relative.parents]
    return any(fnmatch(str(part), pattern) for part in parts for pattern in config.exclude)


def check_files(
    files: Sequence[str], job: Job, catalogue: tuple[Rule, ...], jobs: int = 1
) -> Iterator[FileResult]:
    """Check each file, in order; a bad one gives a result with its error and stops no other."""
    yield from _each(_check_file, files, job, catalogue, jobs)


def fix_files(
    files: Sequence[str], job: Job, catalogue: tuple[Rule, ...], jobs: int = 1
) -> Iterator[FileResult]:
    """Fix each file, in order, writing it where the job says so and anything changed."""
    yield from _each(_fix_file, files, job, catalogue, jobs)


Worker = Callable[[str, Job, tuple[Rule, ...]], FileResult]
_shared: dict[str, tuple[Rule, ...]] = {}


def _each(
    worker: Worker, files: Sequence[str], job: Job, catalogue: tuple[Rule, ...], jobs: int
) -> Iterator[FileResult]:
    if jobs <= 1 or len(files) < 2 or STDIN in files:
        yield from (worker(path, job, catalogue) for path in files)
        return
    arguments = [(worker, path, job) for path in files]
    chunk = max(1, min(16, len(files) // (jobs * 4)))
    with get_context().Pool(min(jobs, len(files)), _start, (job.config,)) as pool:
        yield from pool.imap(_work, arguments, chunk)


def _start(config: Config) -> None:
    _shared["catalogue"] = load_catalogue(config)


def _work(arguments: tuple[Worker, str, Job]) -> FileResult:
    worker, path, job = arguments
    return worker(path, job, _shared["catalogue"])


def _read(path: str, encoding: str | None) -> SourceFile:
    if path == STDIN:
        return decode(sys.stdin.buffer.read(), "standard input", encoding)
    return read_file(Path(path), encoding)


def _check_file(path: str, job: Job, catalogue: tuple[Rule, ...]) -> FileResult:
    try:
        file = _read(path, job.encoding)
    except MtqaError as error:
        return FileResult(path, error=error)
    document, findings = _check_text(file.text, path, job, catalogue)
    return FileResult(path, file.text, document, findings)


def _check_text(
    text: str, path: str, job: Job, catalogue: tuple[Rule, ...]
) -> tuple[int, tuple[Finding, ...]]:
    config = job.config
    document = read_document(
        text, path, language=config.target_language, source_language=config.source_language
    )
    rules = config.selection.rules(catalogue, path)
    known = {word.lower() for word in config.vocabulary}
    findings = find(document, rules, ui=config.ui)
    return document.words, tuple(f for f in findings if f.text.lower() not in known)


def _fix_file(path: str, job: Job, catalogue: tuple[Rule, ...]) -> FileResult:
    try:
        file = _read(path, job.encoding)
        result = fix_text(
            file.text, lambda text: _check_text(text, path, job, catalogue)[1], unsafe=job.unsafe
        )
        if job.write and path != STDIN and result.text != file.text:
            write_file(file, result.text)
    except MtqaError as error:
        return FileResult(path, error=error)
    return FileResult(
        path, file.text, 0, result.remaining, fixed=result.fixed, new_text=result.text
    )
