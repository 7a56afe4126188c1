namespace ClickUpMcp.Cli.Clients;

/// <summary>The folders in which programs keep their settings.</summary>
/// <param name="variable">Looks up an environment variable.</param>
internal sealed class ClientPlaces(Func<string, string?> variable)
{
    /// <summary>The person's own folder.</summary>
    public string Home => Set("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Where desktop programs keep settings on this system.</summary>
    public string Settings =>
        OperatingSystem.IsWindows() ? Set("APPDATA") ?? Path.Combine(Home, "AppData", "Roaming")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Application Support")
        : DotConfig;

    /// <summary>Where programs of the terminal keep them, also on macOS.</summary>
    public string DotConfig =>
        OperatingSystem.IsWindows() ? Settings : Set("XDG_CONFIG_HOME") ?? Path.Combine(Home, ".config");

    /// <summary>The folder that a variable names, or one in the home folder.</summary>
    public string Chosen(string name, string usual) => Set(name) ?? Path.Combine(Home, usual);

    private string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
