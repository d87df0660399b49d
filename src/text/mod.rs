//! Text: normalising, tokenising, scripts to Latin, look-alike letters.
