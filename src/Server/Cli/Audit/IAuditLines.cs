using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Audit;

/// <summary>The audit that a server wrote, wherever that is.</summary>
internal interface IAuditLines
{
    /// <summary>Each line that is not empty, the oldest first, with the name of where it is and its number there, from 1.</summary>
    /// <exception cref="UnusableException">There is no audit, or it cannot be read.</exception>
    IEnumerable<(string File, int Number, string Line)> Lines();

    /// <summary>The key by which the lines were sealed.</summary>
    /// <exception cref="UnusableException">It is not to be found.</exception>
    byte[] FindKey(ServerOptions options);
}
