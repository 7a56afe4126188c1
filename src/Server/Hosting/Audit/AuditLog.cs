using ClickUpMcp.Observability;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Tools.Runtime;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting;

/// <summary>Writes one JSON line for each tool call, and one in a while for what is refused again and again.</summary>
internal sealed class AuditLog : ICallAudit, IDisposable
{
    /// <summary>The destination that keeps nothing.</summary>
    public const string None = "none";

    /// <summary>The destination that is standard error.</summary>
    public const string Error = "stderr";

    /// <summary>The destination that is the store of a server over HTTP.</summary>
    public const string Store = "store";

    private const string KeyIsNotKept =
        "The key of the audit's digests cannot be kept, so digests of equal arguments differ after the next start; "
        + "name a file with --audit-key-file";

    private const string Calls = "calls";

    private static readonly TimeSpan TallyTime = TimeSpan.FromSeconds(10);

    private readonly AuditLine _line;
    private readonly bool _isRequired;
    private readonly LineQueue _lines;
    private readonly RefusalTally _refusals;

    /// <param name="destination">Where lines go.</param>
    /// <param name="line">Puts lines together.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isRequired">Whether no call may run that would leave no line.</param>
    public AuditLog(ILineDestination destination, AuditLine line, TimeProvider time, bool isRequired = false)
    {
        _line = line;
        _isRequired = isRequired;
        _lines = new LineQueue(destination, LossLine, time);
        _refusals = new RefusalTally(time);
    }

    /// <summary>Lines lost so far.</summary>
    public long Lost => _lines.Lost;

    /// <summary>Whether calls are refused because lines cannot be written.</summary>
    public bool IsRefusing => _isRequired && _lines.IsFailing;

    /// <summary>Creates the audit that the options ask for and opens it; null for none.</summary>
    /// <param name="options">Their destination is <see cref="Error"/>, <see cref="None"/>, <see cref="Store"/>, or the path of a file.</param>
    /// <param name="usual">The destination where they say nothing.</param>
    /// <param name="logger">Learns when the key of its digests cannot be kept.</param>
    /// <param name="time">Stamps the lines.</param>
    /// <param name="keepsOutput">Whether standard output belongs to the protocol alone.</param>
    /// <param name="store">The audit in the store; null where there is none.</param>
    /// <exception cref="OptionsException">It cannot be written.</exception>
    public static AuditLog? Create(
        ServerOptions options,
        string usual,
        ILogger logger,
        TimeProvider time,
        bool keepsOutput = false,
        AuditStore? store = null
    )
    {
        string path = options.Audit ?? usual;
        if (path == None)
        {
            return null;
        }

        if (path == Store)
        {
            return InStore(options, time, store);
        }

        Lazy<byte[]> key = new(() =>
            options.AuditKey is { } secret
                ? AuditKey.Of(secret.Reveal())
                : AuditKey.Keep(
                    AuditKey.PathFor(path, Environment.GetEnvironmentVariable),
                    () => logger.LogWarning("{Problem}", KeyIsNotKept)
                )
        );
        RetentionLimits limits = new(options.AuditMaxMib * 1024L * 1024, TimeSpan.FromDays(options.AuditDays));
        RotatingFile? file = path == Error ? null : new RotatingFile(path, limits, time);
        ILineDestination destination = file is null ? new StreamLines(StandardStreams.OpenError) : file;
        try
        {
            // So that a wrong one is found before the first call.
            destination.Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableException("The audit file cannot be written.");
        }

        if (keepsOutput && file is { IsOutput: true })
        {
            throw new UnusableException(
                "The audit would go to standard output, which belongs to the protocol here; name another file, or stderr."
            );
        }

        return Create(options, destination, key, () => file?.Last(), time);
    }

    /// <summary>Opens the destination anew with the next line: whoever rotates files has moved it away.</summary>
    public void Reopen() => _lines.Reopen();

    /// <summary>Writes what is counted.</summary>
    public void Sweep()
    {
        foreach (RefusalRecord refusals in _refusals.Take())
        {
            // The first has a line of its own.
            if (refusals.Count > 1)
            {
                Write(refusals with { Count = refusals.Count - 1 });
            }
        }
    }

    /// <summary>Waits until what was recorded is written, for a moment at most.</summary>
    public Task FlushAsync() => _lines.FlushAsync();

    public async ValueTask<bool> IsReadyAsync() => !_isRequired || !_lines.IsFailing || await _lines.FlushAsync();

    public async ValueTask KeepAsync()
    {
        if (_isRequired)
        {
            await _lines.FlushAsync();
        }
    }

    public void Write(in RefusalRecord refusals)
    {
        using var buffer = new MessageBuffer();
        _line.Append(buffer, refusals);
        _lines.Add(buffer.Written);
    }

    public void Write(in OperatorRecord deed)
    {
        using var buffer = new MessageBuffer();
        _line.Append(buffer, deed);
        _lines.Add(buffer.Written);
    }

    public void Write(in CallRecord call)
    {
        if (_refusals.Over >= TallyTime)
        {
            Sweep();
        }

        if (call.End == CallEnd.Refused && _refusals.Count(new RefusalKey(call.Principal, null, Calls)) > 1)
        {
            return;
        }

        using var buffer = new MessageBuffer();
        _line.Append(buffer, call);
        _lines.Add(buffer.Written);
    }

    public void Dispose()
    {
        Sweep();
        _lines.Dispose();
    }

    private static AuditLog InStore(ServerOptions options, TimeProvider time, AuditStore? store)
    {
        if (store is null)
        {
            throw new OptionsException(
                "Only a server over HTTP has a store for the audit; name a file with --audit PATH, or stderr."
            );
        }

        StoreLines lines = new(store.Log, time);
        return Create(options, lines, new Lazy<byte[]>(store.Key), lines.Last, time);
    }

    private static AuditLog Create(
        ServerOptions options,
        ILineDestination destination,
        Lazy<byte[]> key,
        Func<string?> last,
        TimeProvider time
    )
    {
        AuditLine line = new(new ArgumentDigest(key), time) { ShowsNames = options.AuditNames };
        ChainedLines chained = new(destination, new AuditChain(key), last);
        return new AuditLog(chained, line, time, options.AuditRequired);
    }

    private byte[] LossLine(long lost)
    {
        using var buffer = new MessageBuffer();
        _line.AppendLoss(buffer, lost);
        return buffer.Written.ToArray();
    }
}
