"""What can be done about a project: a better design, energy management, a connection to monitoring."""

from __future__ import annotations

from ecdcalc.plugin import Share, at_least, at_most, changed, measure
from ecdcalc.plugins.two_high.project import Project


@measure("th-advanced-design", on=Project, applies="status != existing")
def advanced_design(project: Project) -> Project:
    """Design the project to the advanced level of its product, where it is above."""
    return changed(
        project,
        design_energy=at_most(project.design_energy, project.advanced_energy),
        design_rate=at_most(project.design_rate, project.advanced_rate),
        design_electricity=at_most(project.design_electricity, project.advanced_electricity),
    )


@measure("cm-enms", on=Project, applies="status == existing")
def energy_management(project: Project, *, saving: Share) -> Project:
    """Run an energy-management system; saves a share of the energy of the site.

    A process that gives energy out on balance has no energy to take a share of: nothing is saved.
    """
    left, used = 1 - saving, project.unit_energy
    return changed(
        project,
        actual_energy=used - saving * at_least(used, 0 * used),
        actual_rate=project.unit_rate * left,
        actual_electricity=project.unit_electricity * left,
    )


@measure("th-monitoring", on=Project)
def connection(project: Project) -> Project:
    """Connect the project to on-line energy monitoring; saves nothing by itself."""
    return changed(project, monitored="yes")


MEASURES = (advanced_design, connection, energy_management)
