"""Files of the outside world: bytes in and out, as values of `core`."""
