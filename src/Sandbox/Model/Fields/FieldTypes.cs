namespace ClickUpMcp.Sandbox.Model;

/// <summary>Names of custom field types on the wire.</summary>
internal static class FieldTypes
{
    public static string WireName(FieldType type) =>
        type switch
        {
            FieldType.ShortText => "short_text",
            FieldType.Text => "text",
            FieldType.Url => "url",
            FieldType.Email => "email",
            FieldType.Phone => "phone",
            FieldType.Number => "number",
            FieldType.Currency => "currency",
            FieldType.Checkbox => "checkbox",
            FieldType.Date => "date",
            FieldType.DropDown => "drop_down",
            FieldType.Labels => "labels",
            FieldType.Users => "users",
            FieldType.Tasks => "tasks",
            FieldType.ListRelationship => "list_relationship",
            FieldType.Rating => "emoji",
            FieldType.ManualProgress => "manual_progress",
            FieldType.AutomaticProgress => "automatic_progress",
            FieldType.Formula => "formula",
            FieldType.Votes => "votes",
            FieldType.Location => "location",
            FieldType.Attachment => "attachment",
            FieldType.Button => "button",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
}
