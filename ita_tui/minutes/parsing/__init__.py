"""Our own minutes read back, with what people changed in them."""
