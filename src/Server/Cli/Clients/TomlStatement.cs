namespace ClickUpMcp.Cli.Clients;

/// <summary>A header or a key with its value in a TOML text.</summary>
/// <param name="IsHeader">Whether it opens a table.</param>
/// <param name="Path">The full name, the table's included.</param>
/// <param name="Start">Where its line begins.</param>
/// <param name="End">What follows its line.</param>
internal readonly record struct TomlStatement(bool IsHeader, IReadOnlyList<string> Path, int Start, int End)
{
    /// <summary>Whether it is the named thing or within it.</summary>
    public bool IsWithin(params ReadOnlySpan<string> path) =>
        Path.Count >= path.Length && Path.Take(path.Length).SequenceEqual(path.ToArray());
}
