using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Observability;

/// <summary>Writes log lines to standard error; whole lines, one at a time, and nobody waits for them.</summary>
internal sealed class LogWriter : IDisposable
{
    private const string OwnCategory = "log";

    private readonly TimeProvider _time;
    private readonly LineQueue _lines;

    /// <param name="error">Opened by the first line.</param>
    /// <param name="minimum">What is less important is not written.</param>
    /// <param name="time">Stamps the lines.</param>
    public LogWriter(Lazy<Stream> error, LogLevel minimum, TimeProvider time)
    {
        Minimum = minimum;
        _time = time;
        _lines = new LineQueue(
            new StreamLines(() => error.Value),
            lost => Line(LogLevel.Error, OwnCategory, $"{lost} lines of this log were lost before this one"),
            time
        );
    }

    /// <summary>What is less important is not written.</summary>
    public LogLevel Minimum { get; }

    /// <summary>Lines lost so far.</summary>
    public long Lost => _lines.Lost;

    /// <summary>Writes one line; what could end it or command a terminal becomes a space, so that nobody can forge a second one.</summary>
    public void Write(LogLevel level, string category, string message) => _lines.Add(Line(level, category, message));

    /// <summary>Waits until what was logged is written, for a moment at most.</summary>
    public Task FlushAsync() => _lines.FlushAsync();

    public void Dispose() => _lines.Dispose();

    private byte[] Line(LogLevel level, string category, string message)
    {
        var line = new StringBuilder(message.Length + 64);
        line.Append(_time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            .Append(' ')
            .Append(level.ToString().ToLowerInvariant())
            .Append(' ')
            .Append(category)
            .Append(": ");
        foreach (char character in message)
        {
            line.Append(IsPlain(character) ? character : ' ');
        }

        return Encoding.UTF8.GetBytes(line.Append('\n').ToString());
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
