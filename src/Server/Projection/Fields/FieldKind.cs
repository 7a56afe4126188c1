namespace ClickUpMcp.Projection;

/// <summary>How a field of a shape is read from raw JSON and shown.</summary>
internal enum FieldKind
{
    /// <summary>A short text; numbers and booleans are shown as they are.</summary>
    String,

    /// <summary>An id, read leniently from string or number and kept as text.</summary>
    Id,

    /// <summary>A number, read leniently from string or number.</summary>
    Number,

    /// <summary>A boolean, read leniently from boolean, 0/1 or "true"/"false".</summary>
    Boolean,

    /// <summary>Unix milliseconds (string or number), shown as ISO 8601 in the user's time zone.</summary>
    Date,

    /// <summary>Milliseconds (string or number), shown as <c>1h 30m</c>.</summary>
    Duration,

    /// <summary>A long text, cut with a note at the shape's maximum length.</summary>
    Text,

    /// <summary>An array of short values, joined by commas.</summary>
    Strings,

    /// <summary>The number of items of an array.</summary>
    Count,

    /// <summary>A task's custom fields as <c>name=value</c>, drop-down and label values by their names.</summary>
    CustomFields,

    /// <summary>Checklists with their items as <c>[x] name (id)</c>.</summary>
    Checklists,

    /// <summary>Definition of a custom field's options: drop-down and label names.</summary>
    FieldOptions,

    /// <summary>A folder's name; nothing for the hidden folder that holds a space's own lists.</summary>
    Folder,

    /// <summary>The blocks of a comment, shown as Markdown and cut like a text.</summary>
    Blocks,

    /// <summary>Minutes (string or number), shown as <c>1h 30m</c>.</summary>
    Minutes,

    /// <summary>A person: the name, else the e-mail address of who has none yet, else the id.</summary>
    Person,

    /// <summary>The id of a thing of the field's entity, or the thing itself, shown as the name.</summary>
    Named,

    /// <summary>The items of a checklist as <c>[x] name (id)</c>.</summary>
    ChecklistItems,
}
