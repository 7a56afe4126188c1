namespace ClickUpMcp.Tools.Catalog;

/// <summary>A list of tools that was built.</summary>
/// <param name="version">What it was built for.</param>
/// <param name="json">The JSON array.</param>
internal sealed class BuiltList(object? version, ReadOnlyMemory<byte> json)
{
    public object? Version => version;

    public ReadOnlyMemory<byte> Json => json;
}
