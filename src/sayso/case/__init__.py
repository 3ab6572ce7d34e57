"""The pages of one inquiry, with what people decided about them, in one file."""
