"""Bytes → text and back, without losing one: encoding, byte order mark, permissions."""

from __future__ import annotations

import codecs
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import ReadError, UsageError, WriteError
from mtqa.readers.declarations import declared_encoding

__all__ = ["SourceFile", "decode", "read_file", "write_file"]

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
"""Asked for besides access: whoever may write everything still respects a read-only file."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class SourceFile(NamedTuple):
    """A decoded file, with all that is needed to write it back as it was."""

    path: str
    text: str
    encoding: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of the file with `text` in it. Raises WriteError if it cannot hold it."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            bad = text[error.start]
            raise WriteError(
                f"{self.path}: {self.encoding} cannot hold {bad!r} of a correction; not written"
            ) from error


def decode(data: bytes, path: str, encoding: str | None = None) -> SourceFile:
    """Decode `data`; UTF-8 unless a byte order mark or `encoding` says otherwise.

    What is no UTF-8 may name its encoding itself, as XML, HTML and PO do.

    Raises ReadError for other encodings and for binary files, UsageError for an encoding that
    does not exist.
    """
    mark, detected = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    chosen = detected if mark else encoding or detected
    try:
        codecs.lookup(chosen)
        text = data[len(mark) :].decode(chosen)
    except LookupError as error:
        raise UsageError(f"--encoding: there is no encoding {chosen!r}; try latin-1") from error
    except UnicodeDecodeError as error:
        declared = None if mark or encoding else declared_encoding(data)
        if declared is not None:
            return decode(data, path, declared)
        place = len(mark) + error.start
        raise ReadError(
            f"{path}: not {chosen} (byte 0x{data[place]:02X} at offset {place}); "
            "name the encoding, such as --encoding cp1252"
        ) from error
    if "\0" in text:
        raise ReadError(f"{path}: a binary file (NUL at character {text.index(chr(0))}); skipped")
    return SourceFile(path, text, chosen, mark)


def read_file(path: Path, encoding: str | None = None) -> SourceFile:
    """Read and decode a file. Raises ReadError where it is missing, unreadable or binary."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file or folder; check the path") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    return decode(data, str(path), encoding)


def write_file(file: SourceFile, text: str) -> None:
    """Put `text` into the file, all or nothing, keeping its permissions.

    A link is followed. Raises WriteError, and leaves the file as it was, where it cannot be
    written.
    """
    data = file.encode(text)
    path = Path(file.path).resolve()
    if not os.access(path, os.W_OK) or not path.stat().st_mode & _ANY_WRITE:
        raise WriteError(f"{file.path}: not writable; change its permissions, then run again")
    temporary = ""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        import tempfile  # Only a write needs it, and it is slow to import.

        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)
        raise WriteError(f"{file.path}: cannot be written: {error.strerror}; unchanged") from error
