"""The model: processes, measures, sectors, laws, plants and regions."""
