namespace ClickUpMcp.OpenApi;

/// <summary>The kinds of JSON value that a place in a request may hold; null is left out.</summary>
[Flags]
public enum JsonKinds
{
    None = 0,
    Text = 1,
    Number = 2,
    Boolean = 4,
    Object = 8,
    Array = 16,
    Any = Text | Number | Boolean | Object | Array,
}
