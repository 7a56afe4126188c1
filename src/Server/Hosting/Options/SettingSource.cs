namespace ClickUpMcp.Hosting;

/// <summary>Where the value of a setting comes from.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Place">The flag, variable or key of the file that says it.</param>
/// <param name="Overruled">The places that say it too and have no effect.</param>
internal sealed record SettingSource(Setting Setting, string Place, IReadOnlyList<string> Overruled)
{
    /// <summary>The settings that something says, in the order of the table.</summary>
    /// <param name="settings">The table.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Looks up an environment variable; an empty one counts as not set.</param>
    public static IEnumerable<SettingSource> Of(
        IEnumerable<Setting> settings,
        CommandArguments arguments,
        Func<string, string?> variable
    )
    {
        string? file = OptionsLoader.FileOf(arguments, variable);
        IReadOnlySet<string> keys = file is null ? new HashSet<string>() : ConfigFile.KeysOf(file);
        foreach (Setting setting in settings)
        {
            string[] places =
            [
                .. Places(setting, arguments, variable),
                .. keys.Contains(setting.Key) ? [$"\"{setting.Key}\" in {file}"] : Array.Empty<string>(),
            ];
            if (places is [var first, .. var rest])
            {
                yield return new SettingSource(setting, first, rest);
            }
        }
    }

    public override string ToString() =>
        $"{Setting.Key}: {Place}{(Overruled.Count == 0 ? string.Empty : $", not {string.Join(", ", Overruled)}")}";

    private static IEnumerable<string> Places(
        Setting setting,
        CommandArguments arguments,
        Func<string, string?> variable
    )
    {
        if (setting.Flag is { } flag && arguments.Has(flag))
        {
            yield return $"--{flag}";
        }

        if (setting.Variable is { } name && !string.IsNullOrWhiteSpace(variable(name)))
        {
            yield return name;
        }
    }
}
