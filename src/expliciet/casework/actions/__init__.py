"""What people do around a case: permission, validity, change, trail."""
