"""How a detector declares its parameters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

__all__ = ["parameters"]

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def parameters(kind: type[_T]) -> type[_T]:
    """A dataclass whose fields are its parameters, never to be assigned to again.

    The type checker holds it frozen; at run time it is a bare dataclass, since making some
    seventy frozen ones would cost a third of the time in which a hook checks a file.
    """
    return dataclass(eq=False, repr=False)(kind)
