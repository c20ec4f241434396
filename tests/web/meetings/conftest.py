"""At the same tables as the dossiers."""

from tests.web.dossiers.conftest import at, table  # noqa: F401
