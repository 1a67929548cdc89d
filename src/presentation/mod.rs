//! Domain to words, numbers, dates and drawings.
