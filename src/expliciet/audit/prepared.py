"""Commands that need the house to stand: a database as this version wants it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..environment import spoken


class PreparedCommand(BaseCommand):
    """Does nothing, and says what to do first, where the database is not ready yet."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            with override(spoken()):
                raise CommandError(
                    _(
                        "The database is not prepared for this version yet, so nothing "
                        "was done. First give: ./expliciet manage migrate"
                    ),
                    returncode=2,
                )
        return super().execute(*args, **options)
