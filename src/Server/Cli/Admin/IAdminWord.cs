using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Admin;

/// <summary>One thing that an operator can do with the store or the running server, as the word after <c>admin</c>.</summary>
internal interface IAdminWord
{
    /// <summary>How to write it, after <c>admin</c>.</summary>
    string Usage { get; }

    /// <summary>One line for the overview.</summary>
    string Summary { get; }

    /// <summary>The flags that it takes, besides the settings of the store.</summary>
    VerbFlag[] Flags { get; }

    /// <summary>Does it; returns one of <see cref="ExitCode"/>.</summary>
    /// <exception cref="OptionsException">It was asked for wrongly.</exception>
    Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken);
}
