"""What a translation and its source have in common, and which parts of them belong together."""
