"""A whole run over files and folders: which files, checked or fixed, in one process or several."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from mtqa.baseline import Known, new_findings, read_baseline
from mtqa.config import Config
from mtqa.engine import find
from mtqa.errors import MtqaError, UsageError
from mtqa.findings import Finding
from mtqa.fixes import fix_text
from mtqa.glossary import read_glossary
from mtqa.readers import (
    BILINGUAL,
    READERS,
    SourceFile,
    decode,
    is_wanted,
    read_document,
    read_file,
    write_file,
)
from mtqa.rules import Rule, load_rules
from mtqa.select import check_codes
from mtqa.sources import read_source, source_path
from mtqa.text import Document

__all__ = ["STDIN", "FileResult", "Job", "collect", "load_catalogue", "process"]

STDIN = "-"
_SKIPPED_FOLDERS = {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__"}
_WORTH_A_PROCESS = 500_000
"""Bytes of text below which further processes cost more than they save."""


@dataclass(frozen=True)
class FileResult:
    """What came of one file: its findings, or the error that kept it from being read or written.

    `findings` are those that remain; after a fix, `fixed` those that were repaired, and `file`
    the file with `new_text` as its text to be. `source_text` is what the file translates, if
    that stands in another file.
    """

    path: str
    file: SourceFile | None = None
    language: str = ""
    source_text: str = ""
    source_language: str | None = None
    words: int = 0
    findings: tuple[Finding, ...] = ()
    fixed: tuple[Finding, ...] = ()
    new_text: str | None = None
    error: MtqaError | None = None

    @property
    def text(self) -> str:
        """The decoded text that the spans of `findings` index."""
        if self.new_text is not None:
            return self.new_text
        return self.file.text if self.file else ""


@dataclass(frozen=True)
class Job:
    """What to do with each file: check it, or fix it, and then write it or not.

    `source` is the file that the text translates, or the folder where such files are.
    """

    config: Config
    encoding: str | None = None
    source: Path | None = None
    fix: bool = False
    unsafe: bool = False
    write: bool = False


def load_catalogue(config: Config) -> tuple[Rule, ...]:
    """All rules of the project.

    Raises RuleError, or ConfigError for an unknown code or a glossary that cannot be read.
    """
    catalogue = load_rules(*config.rules)
    if config.glossary:
        read_glossary(Path(config.glossary))  # So that a broken one stops all, not each file.
    selection = config.selection
    entries = [*(selection.select or ()), *selection.extend_select, *selection.ignore]
    entries += [code for codes in selection.per_file_ignores.values() for code in codes]
    check_codes(entries, catalogue, config.origin)
    return catalogue


def collect(paths: Iterable[str], config: Config, source: Path | None = None) -> list[str]:
    """The files to check: those named, and in folders all whose ending a reader knows.

    In folders, files that say themselves to be in another language are passed over.

    Raises UsageError for a folder in which there is nothing to check, and for several files
    that one file `source` cannot be the source of.
    """
    files: list[str] = []
    for name in paths:
        path = Path(name)
        if name != STDIN and path.is_dir():
            inside = [file for file in _walk(path) if is_wanted(file, config.target_language)]
            if not inside:
                known = ", ".join(sorted(READERS))
                raise UsageError(f"{name}: no text in this folder; mtqa reads {known} there")
            files.extend(str(file) for file in inside if not _excluded(file, config))
        else:
            files.append(name)
    files = list(dict.fromkeys(files))
    if source is not None and len(files) > 1 and not source.is_dir():
        raise UsageError(
            f"{source}: cannot be the source of {len(files)} texts; name the folder of sources"
        )
    return files


def _walk(folder: Path) -> Iterator[Path]:
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        raise UsageError(f"{folder}: cannot be listed: {error.strerror}") from error
    for path in children:
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
    parts = [str(relative), *(str(parent) for parent in relative.parents), path.name]
    return any(fnmatch(part, pattern.rstrip("/")) for part in parts for pattern in config.exclude)


def process(
    files: Sequence[str], job: Job, catalogue: tuple[Rule, ...], jobs: int = 0
) -> Iterator[FileResult]:
    """Check or fix each file, in order; a bad one gives a result with its error, and stops none.

    `jobs` is the number of processes; 0 takes as many as there are processors where the files
    are large enough. The results do not depend on it.
    """
    workers = min(jobs or _useful_processes(files), len(files))
    if workers <= 1 or STDIN in files:
        yield from (_work(path, job, catalogue) for path in files)
        return
    # Imported only here: most runs are one file, in one process.
    from multiprocessing import get_context

    chunk = max(1, min(16, len(files) // (workers * 4)))
    with get_context().Pool(workers, _start, (job,)) as pool:
        yield from pool.imap(_work_in_pool, files, chunk)


def _useful_processes(files: Sequence[str]) -> int:
    sizes = sum(os.path.getsize(path) for path in files if os.path.isfile(path))
    return (os.cpu_count() or 1) if sizes > _WORTH_A_PROCESS else 1


_worker: dict[str, Callable[[str], FileResult]] = {}


def _start(job: Job) -> None:
    catalogue = load_catalogue(job.config)
    _worker["work"] = lambda path: _work(path, job, catalogue)


def _work_in_pool(path: str) -> FileResult:
    return _worker["work"](path)


def _work(path: str, job: Job, catalogue: tuple[Rule, ...]) -> FileResult:
    try:
        file = _read(path, job.encoding)
        source = _source(path, job)
        return (_fix if job.fix else _check)(path, file, source, job, catalogue)
    except MtqaError as error:
        return FileResult(path, error=error)


def _read(path: str, encoding: str | None) -> SourceFile:
    if path == STDIN:
        return decode(sys.stdin.buffer.read(), "standard input", encoding)
    return read_file(Path(path), encoding)


def _source(path: str, job: Job) -> Document | None:
    """The document that this file translates; None where the run has no sources, or it its own."""
    if job.source is None or Path(path).suffix.lower() in BILINGUAL:
        return None
    where = source_path(path, job.source, job.config.target_language)
    text = read_file(where, job.encoding).text
    return read_source(text, str(where), job.config.source_language)


def _check(
    path: str, file: SourceFile, source: Document | None, job: Job, catalogue: tuple[Rule, ...]
) -> FileResult:
    document, findings = _check_text(file.text, path, source, job.config, catalogue)
    return FileResult(path, file, *_told(document), findings)


def _told(document: Document) -> tuple[str, str, str | None, int]:
    """What a result tells of the document: languages, the text of its source, its length."""
    source = document.source
    apart = source.raw if source and source.raw is not document.raw else ""
    return document.language, apart, source.language if source else None, document.words


def _check_text(
    text: str, path: str, source: Document | None, config: Config, catalogue: tuple[Rule, ...]
) -> tuple[Document, tuple[Finding, ...]]:
    document = read_document(
        text,
        path,
        language=config.target_language,
        source_language=config.source_language,
        source=source,
    )
    if config.glossary:
        document.glossary = read_glossary(Path(config.glossary))
    rules = config.selection.rules(catalogue, _inside(path, config))
    vocabulary = {word.lower() for word in config.vocabulary}
    found = tuple(
        finding
        for finding in find(document, rules, ui=config.ui)
        if finding.text.lower() not in vocabulary
    )
    if config.baseline:
        baseline = Path(config.baseline)
        found = new_findings(path, found, _baseline(baseline), baseline)
    return document, found


@cache
def _baseline(path: Path) -> Known:
    """The baseline, read once a process, however many files and rounds ask for it."""
    return read_baseline(path)


def _inside(path: str, config: Config) -> str:
    """The path as patterns of the configuration see it."""
    try:
        return str(Path(path).resolve().relative_to(config.root.resolve()))
    except ValueError:
        return path


def _fix(
    path: str, file: SourceFile, source: Document | None, job: Job, catalogue: tuple[Rule, ...]
) -> FileResult:
    documents: list[Document] = []

    def check(text: str) -> tuple[Finding, ...]:
        document, findings = _check_text(text, path, source, job.config, catalogue)
        documents[:] = [document]
        return findings

    result = fix_text(file.text, check, unsafe=job.unsafe)
    if job.write and path != STDIN and result.text != file.text:
        write_file(file, result.text)
    return FileResult(
        path,
        file,
        *_told(documents[0]),
        result.remaining,
        result.fixed,
        result.text,
    )
