using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Audit;

/// <summary>The lines of the audit in a store, as all servers that share it have written them.</summary>
/// <param name="store">The store.</param>
/// <param name="log">The lines in it.</param>
internal sealed class StoredAudit(IRecordStore store, StoredLog log) : IAuditLines
{
    public IEnumerable<(string File, int Number, string Line)> Lines()
    {
        int number = 0;
        foreach (ReadOnlyMemory<byte> lines in log.ReadAsync(CancellationToken.None).ToBlockingEnumerable())
        {
            foreach (string line in Encoding.UTF8.GetString(lines.Span).Split('\n'))
            {
                if (line.Length > 0)
                {
                    yield return (AuditLog.Store, ++number, line);
                }
            }
        }

        if (number == 0)
        {
            throw new UnusableException(
                "There is no audit in that store; name the one that the server uses with --store."
            );
        }
    }

    public byte[] FindKey(ServerOptions options) =>
        options.AuditKey is { } secret
            ? AuditKey.Of(secret.Reveal())
            : AuditStore
                .FindKeyAsync(store, new RecordSealer(OpenedStore.KeysOf(options.Http.Store)), CancellationToken.None)
                .GetAwaiter()
                .GetResult()
                ?? throw new UnusableException(
                    "The key of the audit is not in that store; name the file with its secret with --audit-key-file."
                );
}
