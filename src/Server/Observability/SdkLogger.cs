using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Observability;

/// <summary>The SDK's messages: which event and which exception type, from warnings on.</summary>
/// <remarks>The SDK logs whole messages at Trace and puts what clients sent into warnings: its text is never written.</remarks>
internal sealed class SdkLogger(LogWriter writer) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) =>
        logLevel >= LogLevel.Warning && logLevel >= writer.Minimum && logLevel != LogLevel.None;

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
            string failure = exception is null ? string.Empty : $" ({exception.GetType().Name})";
            writer.Write(logLevel, "sdk", (eventId.Name ?? "event") + failure);
        }
    }
}
