namespace ClickUpMcp.Projection;

/// <summary>What a field is in structured content, always, whatever the API sent.</summary>
internal enum FieldType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>An array of strings.</summary>
    Texts,
}
