"""What made a report: enough for someone else to obtain it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from mtqa import __version__
from mtqa.config import Config
from mtqa.rules import Rule

__all__ = ["tool_record"]


def tool_record(config: Config, catalogue: Iterable[Rule]) -> dict[str, str]:
    """Name, version and signature of the tool: rules by hash and number, and what was set."""
    rules = list(catalogue)
    on = config.selection.rules(rules)
    signature = "|".join(
        (
            f"version:{__version__}",
            f"lang:{config.target_language}",
            f"rules:{len(on)}/{len(rules)}",
            f"hash:{_digest(rules)}",
            f"on:{_digest(on)}",
        )
    )
    return {"name": "mtqa", "version": __version__, "signature": signature}


def _digest(rules: Iterable[Rule]) -> str:
    """A short hash of the rule files and of the lists beside them."""
    state = hashlib.sha256()
    for rule in rules:
        for path in sorted((rule.path, *rule.path.parent.glob(f"{rule.name}*.tsv"))):
            state.update(path.read_bytes())
    return state.hexdigest()[:12]
