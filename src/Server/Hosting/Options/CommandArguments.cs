namespace ClickUpMcp.Hosting;

/// <summary>A command line taken apart: flags with their values, and the rest in order.</summary>
internal sealed class CommandArguments
{
    private const string NoKeyFlag =
        "--api-key is not accepted, because every user of this machine can see it in the process list. "
        + "Set CLICKUP_API_KEY, or use --api-key-file PATH.";

    private readonly Dictionary<string, string> _flags = [];
    private readonly List<string> _positionals = [];

    private CommandArguments() { }

    /// <summary>What follows a verb alone.</summary>
    public static CommandArguments None => new();

    /// <summary>What is no flag, in order.</summary>
    public IReadOnlyList<string> PositionalArguments => _positionals;

    /// <summary>The value of a flag; null when it was not given. A switch without a value is <c>true</c>.</summary>
    public string? Flag(string name) => _flags.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Whether a switch was given.</summary>
    public bool Has(string name) => _flags.ContainsKey(name);

    /// <summary>The same without a flag, for one that means something else to a verb than to the settings.</summary>
    public CommandArguments Without(string name)
    {
        CommandArguments rest = new();
        rest._positionals.AddRange(_positionals);
        foreach ((string flag, string value) in _flags.Where(flag => flag.Key != name))
        {
            rest._flags[flag] = value;
        }

        return rest;
    }

    /// <summary>Takes the arguments apart.</summary>
    /// <param name="arguments">As the shell passed them, without the verb.</param>
    /// <param name="verbFlags">The verb's own flags, besides those of <see cref="Settings"/>.</param>
    /// <param name="verbSettings">The verb's own settings, asked for only by a flag that is in no other table.</param>
    /// <exception cref="OptionsException">A flag is unknown, repeated, or has no value.</exception>
    public static CommandArguments Parse(
        ReadOnlySpan<string> arguments,
        VerbFlag[] verbFlags,
        Func<Setting[]> verbSettings
    )
    {
        var result = new CommandArguments();
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (argument == "--")
            {
                result._positionals.AddRange(arguments[(i + 1)..]);
                break;
            }

            if (!argument.StartsWith('-') || argument == "-")
            {
                result._positionals.Add(argument);
                continue;
            }

            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? argument : argument[..equals])[
                (argument.StartsWith("--", StringComparison.Ordinal) ? 2 : 1)..
            ];
            bool takesValue = TakesValue(name, verbFlags, verbSettings);
            string? value = equals >= 0 ? argument[(equals + 1)..] : null;
            if (value is null && takesValue)
            {
                value = ++i < arguments.Length ? arguments[i] : throw new OptionsException($"--{name} needs a value.");
            }

            if (!result._flags.TryAdd(name, value ?? "true"))
            {
                throw new OptionsException($"--{name} is given twice.");
            }
        }

        return result;
    }

    private static bool TakesValue(string name, VerbFlag[] verbFlags, Func<Setting[]> verbSettings)
    {
        if (name == "api-key")
        {
            throw new OptionsException(NoKeyFlag);
        }

        if (verbFlags.FirstOrDefault(flag => flag.Name == name) is { } own)
        {
            return own.Value is not null;
        }

        if (name == Settings.ConfigFlag)
        {
            return true;
        }

        Setting? setting =
            Array.Find(Settings.All, setting => setting.Flag == name)
            ?? Array.Find(verbSettings(), setting => setting.Flag == name);
        return setting is not null
            ? setting.Value is not null
            : throw new OptionsException(
                $"Unknown flag --{name}.{Suggestion.For(name, Known(verbFlags, verbSettings().Concat(Settings.All)), "--")}"
            );
    }

    private static IEnumerable<string> Known(VerbFlag[] verbFlags, IEnumerable<Setting> settings) =>
        verbFlags
            .Select(flag => flag.Name)
            .Concat([Settings.ConfigFlag, "help", "version"])
            .Concat(settings.Select(setting => setting.Flag).OfType<string>());
}
