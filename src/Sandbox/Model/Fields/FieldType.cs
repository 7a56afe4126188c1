namespace ClickUpMcp.Sandbox.Model;

/// <summary>What a custom field holds; <see cref="FieldTypes"/> gives the names on the wire.</summary>
internal enum FieldType
{
    ShortText,
    Text,
    Url,
    Email,
    Phone,
    Number,
    Currency,
    Checkbox,
    Date,
    DropDown,
    Labels,
    Users,
    Tasks,
    ListRelationship,
    Rating,
    ManualProgress,
    AutomaticProgress,
    Formula,
    Votes,
    Location,
    Attachment,
    Button,
}
