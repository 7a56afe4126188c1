namespace ClickUpMcp.Tools.Binding;

/// <summary>The closed set of string formats; each has a hand-written check and a <c>pattern</c> in the schema.</summary>
internal enum StringFormat
{
    None,

    /// <summary>An opaque id: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</summary>
    Id,

    /// <summary>Digits only, 1 to 20.</summary>
    Digits,

    /// <summary>A UUID in its canonical form of 36 characters.</summary>
    Uuid,

    /// <summary>Something with one at-sign, no spaces, and a dot after it.</summary>
    Email,

    /// <summary>An absolute https URL without spaces.</summary>
    HttpsUrl,

    /// <summary>A colour, <c>#RRGGBB</c>.</summary>
    Color,

    /// <summary>Text without line breaks or other control characters.</summary>
    SingleLine,
}
