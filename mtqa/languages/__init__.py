"""What is true of a language, one subpackage each."""
