namespace ClickUpMcp.Hosting;

/// <summary>One thing that can be configured, with its name in each place.</summary>
/// <param name="Key">The name in the configuration file.</param>
/// <param name="Flag">The flag, without dashes; null when there must be none.</param>
/// <param name="Variable">The environment variable; null when there is none.</param>
/// <param name="Value">What the flag's value is called in help; null for a switch.</param>
/// <param name="Help">One line.</param>
/// <param name="Apply">Reads the value; throws <see cref="FormatException"/> with what was expected.</param>
internal sealed record Setting(
    string Key,
    string? Flag,
    string? Variable,
    string? Value,
    string Help,
    ApplySetting Apply
);
