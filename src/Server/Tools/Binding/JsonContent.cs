namespace ClickUpMcp.Tools.Binding;

/// <summary>What a free JSON argument must be.</summary>
internal enum JsonContent
{
    Any,
    Object,

    /// <summary>An array of objects.</summary>
    Objects,
}
