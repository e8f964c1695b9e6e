"""What a user gives beside a file: own factors, limits and measures, another plan, an encoding.

Every command that reads a plant or a region takes all of them, as one argument.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ecdcalc.cli.common import (
    Command,
    encoding_option,
    factors_option,
    limits_option,
    measures_option,
    own,
    plan_file,
    plan_option,
)

if TYPE_CHECKING:
    from ecdcalc.model.plant import Plant
    from ecdcalc.model.region import Region
    from ecdcalc.reference.measures import OwnMeasureRow


class SideFiles(NamedTuple):
    """The paths as given (None where not), the plan by id or path, the encoding of the input."""

    factors: str | None = None
    limits: str | None = None
    measures: str | None = None
    plan: str = ""
    encoding: str = "utf-8"

    def plant(self, path: str, sector: str = "") -> Plant:
        """Read a plant, which must be of a sector where one is named."""
        from ecdcalc.read.plant import load_plant

        return load_plant(path, asked=sector, **self._read())

    def region(self, path: str) -> Region:
        """Read a region."""
        from ecdcalc.read.region import load_region

        return load_region(path, **self._read())

    def either(self, path: str) -> Plant | Region:
        """Read a plant or a region."""
        from ecdcalc.read.either import load_either

        return load_either(path, **self._read())

    def texts(self) -> Mapping[str, str]:
        """Return the text of each side file, empty where none is given; a plan by id is none."""
        from ecdcalc.reference.outside import decoded, outside_bytes

        plan = plan_file(self.plan)
        files = {"factors": self.factors, "limits": self.limits, "measures": self.measures, "plan": plan}
        return {name: decoded(outside_bytes(path), path) if path else "" for name, path in files.items()}

    def own_measures(self) -> Mapping[str, OwnMeasureRow]:
        """Return the measures of the user's own; none where no file of them is given."""
        if self.measures is None:
            return {}
        from ecdcalc.read.own_measures import load_own_measures

        return own(load_own_measures, self.measures) or {}

    def _read(self) -> dict[str, Any]:
        from ecdcalc.reference.limits import load_own_limits
        from ecdcalc.reference.own_factors import load_own_factors

        return {
            "factors": own(load_own_factors, self.factors),
            "limits": own(load_own_limits, self.limits),
            "measures": self.own_measures() or None,
            "plan": self.plan,
            "encoding": self.encoding,
        }


def side_files_options(command: Command) -> Command:
    """Add the options; the command gets them as `beside`."""

    @functools.wraps(command)
    def run(
        *args: Any,
        own_factors: str | None,
        own_limits: str | None,
        own_measures: str | None,
        plan: str,
        encoding: str,
        **options: Any,
    ) -> Any:
        return command(*args, beside=SideFiles(own_factors, own_limits, own_measures, plan, encoding), **options)

    for option in (encoding_option, measures_option, limits_option, factors_option, plan_option):
        run = option(run)
    return run  # type: ignore[return-value]
