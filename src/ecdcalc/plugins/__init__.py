"""Our own sectors, found through the same entry points as anyone's."""
