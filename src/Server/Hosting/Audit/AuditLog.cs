using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Tools.Runtime;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting;

/// <summary>Writes one JSON line for each tool call.</summary>
/// <param name="open">Opens the destination; again after <see cref="Reopen"/>.</param>
/// <param name="line">Writes the lines.</param>
internal sealed class AuditLog(Func<Stream> open, AuditLine line) : ICallAudit, IDisposable
{
    /// <summary>The destination that keeps nothing.</summary>
    public const string None = "none";

    /// <summary>The destination that is standard error.</summary>
    public const string Error = "stderr";

    private const string KeyIsNotKept =
        "The key of the audit's digests cannot be kept, so digests of equal arguments differ after the next start; "
        + "name a file with --audit-key-file";

    private readonly Lock _lock = new();
    private Stream? _stream;

    /// <summary>Creates the audit that the options ask for and opens it; null for none.</summary>
    /// <param name="options">Their destination is <see cref="Error"/>, <see cref="None"/>, or the path of a file.</param>
    /// <param name="usual">The destination where they say nothing.</param>
    /// <param name="logger">Learns when the key of its digests cannot be kept.</param>
    /// <param name="time">Stamps the lines.</param>
    /// <exception cref="OptionsException">It cannot be written.</exception>
    public static AuditLog? Create(ServerOptions options, string usual, ILogger logger, TimeProvider time)
    {
        string destination = options.Audit ?? usual;
        if (destination == None)
        {
            return null;
        }

        Lazy<byte[]> key = new(() =>
            options.AuditKey is { } secret
                ? AuditKey.Of(secret.Reveal())
                : AuditKey.Keep(
                    AuditKey.PathFor(destination, Environment.GetEnvironmentVariable),
                    () => logger.LogWarning("{Problem}", KeyIsNotKept)
                )
        );

        // Without a buffer nothing is left to be written when a file on a full disk is closed.
        var audit = new AuditLog(
            destination == Error
                ? StandardStreams.OpenError
                : () =>
                    new FileStream(destination, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0),
            new AuditLine(new ArgumentDigest(key), time) { ShowsNames = options.AuditNames }
        );
        audit.Open();
        return audit;
    }

    /// <summary>Opens the destination, so that a wrong one is found before the first call.</summary>
    /// <exception cref="OptionsException">It cannot be written.</exception>
    private void Open()
    {
        lock (_lock)
        {
            try
            {
                _stream ??= open();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw new UnusableException("The audit file cannot be written.");
            }
        }
    }

    /// <summary>Opens the destination anew with the next line: whoever rotates files has moved it away.</summary>
    public void Reopen()
    {
        lock (_lock)
        {
            _stream?.Dispose();
            _stream = null;
        }
    }

    public void Write(in CallRecord call)
    {
        using var buffer = new MessageBuffer();
        line.Append(buffer, call);
        lock (_lock)
        {
            try
            {
                _stream ??= open();
                _stream.Write(buffer.Written);
                _stream.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk must not stop the tools.
            }
        }
    }

    public void Dispose() => Reopen();
}
