namespace ClickUpMcp.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A tool answered with an error, a check found a problem, or the machine does not have what the options name.</summary>
    public const int Failed = 1;

    /// <summary>The command line, the environment or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>What the output goes to was closed before all was written: what a shell says of programs that SIGPIPE ends.</summary>
    public const int NobodyReads = 141;
}
