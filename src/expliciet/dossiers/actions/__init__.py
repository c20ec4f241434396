"""What changes at a table: permission, validity, change, trail; one transaction."""
