using System.Text;
using ClickUpMcp.Projection;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The texts from outside that a tool got to see which writes; none of them is in what it says.</summary>
internal sealed class SeenTexts(AuthoredTexts texts)
{
    // Shorter ones are words that anything may hold.
    private const int Shortest = 6;

    // A result may show the first part of a text alone.
    private const int Head = 40;
    private const int Most = 5_000;

    // Of headings, lists and quotations.
    private const string Around = " #>*-";

    private readonly Dictionary<string, TextOrigin> _seen = new(StringComparer.Ordinal);

    /// <summary>Notes a text, each line of it by itself.</summary>
    public void Add(string text, TextOrigin origin)
    {
        foreach (string line in text.Split('\n').Append(text))
        {
            string clean = OutputSanitizer.CleanLine(line).AsSpan().Trim(Around).ToString();
            if (clean.Length >= Shortest && _seen.Count < Most)
            {
                _seen.TryAdd(clean, origin);
            }
        }
    }

    /// <summary>The result as it may be shown.</summary>
    /// <param name="result">The result.</param>
    /// <param name="isOfWrite">Whether the tool saw texts as they are; else only messages of errors hold any.</param>
    public ToolResult In(ToolResult result, bool isOfWrite)
    {
        ToolResult shown = result;
        if (isOfWrite || result.IsError)
        {
            foreach ((string name, TextOrigin origin) in texts.Names)
            {
                Add(name, origin);
            }

            shown = result with
            {
                Text = In(result.Text),
                Structured = result.Structured is { } structured
                    ? structured with
                    {
                        Json = In(structured.Json),
                    }
                    : null,
            };
        }

        bool isNoted =
            texts.Mode == LockdownMode.Drop
            || shown.Text is ['{' or '[', ..]
            || !texts.IsIn(shown.Text)
            || shown.Text.Contains(texts.Note, StringComparison.Ordinal);
        return isNoted ? shown : shown with { Text = $"{shown.Text}\n{texts.Note}" };
    }

    private string In(string text)
    {
        foreach ((string seen, TextOrigin origin) in _seen.OrderByDescending(static pair => pair.Key.Length))
        {
            text = Replace(text, seen, origin);
            string escaped = RawJson.Write(writer => writer.WriteStringValue(seen))[1..^1];
            text = escaped == seen ? text : Replace(text, escaped, origin);
        }

        return text;
    }

    private string Replace(string text, string seen, TextOrigin origin)
    {
        string head = seen.Length > Head ? seen[..Head] : seen;
        int at = text.IndexOf(head, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        StringBuilder result = new();
        int done = 0;
        string mark = $"{texts.MarkOf(origin)} ";
        for (; at >= 0; at = text.IndexOf(head, done, StringComparison.Ordinal))
        {
            int length = text.AsSpan(at).CommonPrefixLength(seen);
            result.Append(text, done, at - done);
            // Who shows it has marked it already.
            bool isMarked = texts.Mode == LockdownMode.Flag && text.AsSpan(0, at).EndsWith(mark);
            result.Append(isMarked ? text.AsSpan(at, length) : texts.Shown(text.Substring(at, length), origin));
            done = at + length;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
