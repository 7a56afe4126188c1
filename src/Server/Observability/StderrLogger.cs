using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Observability;

/// <summary>Our own messages: a fixed sentence and harmless values, never content, arguments or tokens.</summary>
internal sealed class StderrLogger(string category, LogWriter writer) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= writer.Minimum && logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel))
        {
            writer.Write(logLevel, category, formatter(state, null));
        }
    }
}
