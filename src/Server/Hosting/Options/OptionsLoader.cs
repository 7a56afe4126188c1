namespace ClickUpMcp.Hosting;

/// <summary>Puts the options together: a flag wins over a variable, a variable over the configuration file.</summary>
internal static class OptionsLoader
{
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Looks up an environment variable; an empty one counts as not set.</param>
    /// <param name="more">The verb's own settings, besides those of <see cref="Settings"/>.</param>
    /// <exception cref="OptionsException">Something cannot be as asked.</exception>
    public static ServerOptions Load(CommandArguments arguments, Func<string, string?> variable, Setting[]? more = null)
    {
        var options = new ServerOptions { Sandbox = arguments.Has("sandbox") };
        if (FileOf(arguments, variable) is { } path)
        {
            ConfigFile.Apply(path, options);
        }

        ApplyVariables(Settings.All, variable, options);
        if (more is not null)
        {
            ApplyVariables(more, variable, options);
            ApplyFlags(more, arguments, options);
        }

        ApplyFlags(Settings.All, arguments, options);
        return options;
    }

    /// <summary>The configuration file that the command line or the environment names; null when neither does.</summary>
    public static string? FileOf(CommandArguments arguments, Func<string, string?> variable) =>
        arguments.Flag(Settings.ConfigFlag) ?? NotEmpty(variable(Settings.ConfigVariable));

    /// <summary>Applies one value; the error names its place but never the value, which may be a secret in the wrong place.</summary>
    public static void Apply(Setting setting, string value, ServerOptions options, string place)
    {
        try
        {
            setting.Apply(options, value.Trim());
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"{place} must name {e.Message}.");
        }
        catch (FormatException e)
        {
            throw new OptionsException($"{place} must be {e.Message}.");
        }
    }

    private static void ApplyVariables(Setting[] settings, Func<string, string?> variable, ServerOptions options)
    {
        foreach (Setting setting in settings)
        {
            if (setting.Variable is { } name && NotEmpty(variable(name)) is { } value)
            {
                Apply(setting, value, options, name);
            }
        }
    }

    private static void ApplyFlags(Setting[] settings, CommandArguments arguments, ServerOptions options)
    {
        foreach (Setting setting in settings)
        {
            if (setting.Flag is { } name && arguments.Flag(name) is { } value)
            {
                Apply(setting, value, options, $"--{name}");
            }
        }
    }

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
