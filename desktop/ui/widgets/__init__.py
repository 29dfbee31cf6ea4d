"""Small widgets that every tab may use. None of them knows the store; values come in, signals go out."""
