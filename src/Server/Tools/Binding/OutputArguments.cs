namespace ClickUpMcp.Tools.Binding;

/// <summary>Which of the standard output arguments a tool takes.</summary>
[Flags]
internal enum OutputArguments
{
    None = 0,
    DetailLevel = 1,
    Fields = 2,
    Limit = 4,
    Cursor = 8,
}
