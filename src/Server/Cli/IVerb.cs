using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli;

/// <summary>One thing that the executable can be asked to do.</summary>
internal interface IVerb
{
    /// <summary>How to write it, after the program's name.</summary>
    string Usage { get; }

    /// <summary>One line for the overview.</summary>
    string Summary { get; }

    /// <summary>What its first word can be, how to write each and one line of what it does; empty when it takes none of its own.</summary>
    (string Usage, string Summary)[] Words => [];

    /// <summary>Its own flags; empty when it has none.</summary>
    VerbFlag[] Flags { get; }

    /// <summary>Its own settings, besides those of <see cref="Hosting.Settings"/>.</summary>
    Setting[] OwnSettings => [];

    /// <summary>Whether it also takes the flags of <see cref="Settings"/>.</summary>
    bool TakesSettings { get; }

    /// <summary>Does it; returns one of <see cref="ExitCode"/>.</summary>
    /// <exception cref="OptionsException">It was asked for wrongly.</exception>
    int Run(CommandArguments arguments, CliEnvironment environment);
}
