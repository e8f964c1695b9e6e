"""A county, a city or a province: its series and plants, dual control, key projects, every target of its plan."""
