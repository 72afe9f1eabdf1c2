"""How a detector declares its parameters."""

from __future__ import annotations

from dataclasses import Field, dataclass, fields
from typing import Any, TypeVar, dataclass_transform

__all__ = ["fields_of", "parameters"]

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def parameters(kind: type[_T]) -> type[_T]:
    """A dataclass whose fields are its parameters, never to be assigned to again.

    The type checker holds it frozen; at run time it is a bare dataclass, and becomes one when
    the first of its kind is made: making some hundred of them would take a tenth of the time in
    which a hook checks a file, and its detectors come ready from `mtqa.rule_cache`.
    """

    def make_first(self: Any, *args: object, **values: object) -> None:
        _make_dataclass(kind)
        self.__init__(*args, **values)

    setattr(kind, "__init__", make_first)  # noqa: B010  the type checker knows no such method
    return kind


def fields_of(kind: type[Any]) -> tuple[Field[Any], ...]:
    """The parameters of a class that `parameters` made."""
    _make_dataclass(kind)
    return fields(kind)


def _make_dataclass(kind: type[Any]) -> None:
    if "__dataclass_fields__" not in vars(kind):
        del kind.__init__
        dataclass(eq=False, repr=False)(kind)
