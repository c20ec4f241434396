"""Keys and sealed text: a stolen database tells nothing, and gone is gone."""
