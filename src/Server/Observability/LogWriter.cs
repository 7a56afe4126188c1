using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Observability;

/// <summary>Writes log lines to standard error; whole lines, one at a time.</summary>
/// <param name="error">Opened by the first line.</param>
/// <param name="minimum">What is less important is not written.</param>
/// <param name="time">Stamps the lines.</param>
internal sealed class LogWriter(Lazy<Stream> error, LogLevel minimum, TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>What is less important is not written.</summary>
    public LogLevel Minimum => minimum;

    /// <summary>Writes one line; what could end it or command a terminal becomes a space, so that nobody can forge a second one.</summary>
    public void Write(LogLevel level, string category, string message)
    {
        var line = new StringBuilder(message.Length + 64);
        line.Append(time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            .Append(' ')
            .Append(level.ToString().ToLowerInvariant())
            .Append(' ')
            .Append(category)
            .Append(": ");
        foreach (char character in message)
        {
            line.Append(IsPlain(character) ? character : ' ');
        }

        byte[] bytes = Encoding.UTF8.GetBytes(line.Append('\n').ToString());
        lock (_lock)
        {
            try
            {
                error.Value.Write(bytes);
                error.Value.Flush();
            }
            catch (IOException)
            {
                // Nobody reads the log; the server serves on.
            }
        }
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
