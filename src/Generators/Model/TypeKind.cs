namespace ClickUpMcp.Generators.Model;

/// <summary>The argument types of the spec language.</summary>
internal enum TypeKind
{
    String,

    /// <summary>A long, possibly Markdown text; a string in every other respect.</summary>
    Text,
    Boolean,
    Integer,
    Number,
    Date,
    Duration,
    Enum,
    Entity,
    Array,
    Object,
    Json,

    /// <summary>Markdown that becomes the blocks of a comment, with mentions of people.</summary>
    Comment,

    /// <summary>The bytes of a file, which callers write as base64.</summary>
    File,
}
