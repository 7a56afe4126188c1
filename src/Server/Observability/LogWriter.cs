using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Observability;

/// <summary>Writes log lines to standard error; whole lines, one at a time, and nobody waits for them.</summary>
internal sealed class LogWriter : IDisposable
{
    private const string OwnCategory = "log";

    private readonly Lazy<Stream> _error;
    private readonly TimeProvider _time;
    private LineQueue? _lines;

    /// <param name="error">Opened by the first line.</param>
    /// <param name="minimum">What is less important is not written.</param>
    /// <param name="time">Stamps the lines.</param>
    public LogWriter(Lazy<Stream> error, LogLevel minimum, TimeProvider time)
    {
        Minimum = minimum;
        _error = error;
        _time = time;
    }

    /// <summary>What is less important is not written.</summary>
    public LogLevel Minimum { get; }

    /// <summary>Whether a line is a JSON object, for whoever collects them.</summary>
    public bool IsJson { private get; init; }

    /// <summary>Lines lost so far.</summary>
    public long Lost => Volatile.Read(ref _lines)?.Lost ?? 0;

    /// <summary>Writes one line; what could end it or command a terminal becomes a space, so that nobody can forge a second one.</summary>
    public void Write(LogLevel level, string category, string message) => Lines.Add(Line(level, category, message));

    /// <summary>Waits until what was logged is written, for a moment at most.</summary>
    public Task FlushAsync() => Volatile.Read(ref _lines)?.FlushAsync() ?? Task.CompletedTask;

    public void Dispose() => Volatile.Read(ref _lines)?.Dispose();

    // Made for the first line: most processes never write one.
    private LineQueue Lines =>
        Volatile.Read(ref _lines) ?? Interlocked.CompareExchange(ref _lines, Create(), null) ?? _lines;

    private LineQueue Create() =>
        new(
            new StreamLines(() => _error.Value),
            lost => Line(LogLevel.Error, OwnCategory, $"{lost} lines of this log were lost before this one"),
            _time
        );

    private byte[] Line(LogLevel level, string category, string message)
    {
        string time = _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        string severity = level.ToString().ToLowerInvariant();
        StringBuilder plain = new(message.Length);
        foreach (char character in message)
        {
            plain.Append(IsPlain(character) ? character : ' ');
        }

        return IsJson
            ? JsonLine(time, severity, category, plain.ToString())
            : Encoding.UTF8.GetBytes($"{time} {severity} {category}: {plain}\n");
    }

    private static byte[] JsonLine(string time, string severity, string category, string message)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter writer = new(line))
        {
            writer.WriteStartObject();
            writer.WriteString("time"u8, time);
            writer.WriteString("level"u8, severity);
            writer.WriteString("category"u8, category);
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    private static bool IsPlain(char character) =>
        char.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
