using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Observability;

/// <summary>Creates the two kinds of logger: ours, and the guarded one for the SDK.</summary>
internal sealed class StderrLoggerFactory(LogWriter writer) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("ModelContextProtocol", StringComparison.Ordinal)
            ? new SdkLogger(writer)
            : new StderrLogger(categoryName, writer);

    /// <summary>There is one destination, and nobody may add another.</summary>
    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }
}
