"""How a form field looks here: label above, hint, field, and what was wrong with it."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    field_template_name = "forms/field.html"
