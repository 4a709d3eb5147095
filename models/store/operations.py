"""Two migration operations that are safe on SQLite, where the ORM's own rebuild the table and lose child rows."""

from tortoise.migrations.operations import AlterField, RemoveField
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state import State


class AlterFieldLength(AlterField):
    """A longer text column: nothing to do on SQLite, which ignores lengths; rebuilding would drop the table."""

    async def database_forward(
        self, app_label: str, old_state: State, new_state: State, state_editor: BaseSchemaEditor | None = None
    ) -> None:
        """Alter the column where the engine knows lengths."""
        if state_editor and state_editor.DIALECT != "sqlite":
            await super().database_forward(app_label, old_state, new_state, state_editor)


class DropColumn(RemoveField):
    """A column taken away by the engine's own ALTER TABLE … DROP COLUMN."""

    async def database_forward(
        self, app_label: str, old_state: State, new_state: State, state_editor: BaseSchemaEditor | None = None
    ) -> None:
        """Drop the column in place."""
        if not state_editor:
            return
        model = old_state.apps.get_model(f"{app_label}.{self.model_name}")
        column = model._meta.fields_db_projection[self.name]
        await state_editor.client.execute_script(f'ALTER TABLE "{model._meta.db_table}" DROP COLUMN "{column}"')
