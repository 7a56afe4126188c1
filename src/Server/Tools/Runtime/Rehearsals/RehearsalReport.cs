using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Words what a dry run found: each request, and what it would change.</summary>
internal static class RehearsalReport
{
    private const int LongestValue = 200;
    private const int LongestAsked = 80;
    private const int LongestAskedBody = 300;
    private const int MostAsked = 10;

    /// <param name="head">What was run, and that nothing was written.</param>
    /// <param name="writes">The requests.</param>
    /// <param name="words">How values are shown.</param>
    /// <param name="end">What is to be said of what comes after them; null for nothing.</param>
    /// <param name="catalog">Says what cannot be undone.</param>
    public static ToolResult Of(
        string head,
        IReadOnlyList<RehearsedWrite> writes,
        RehearsalWords words,
        string? end,
        CatalogView catalog
    )
    {
        StringBuilder text = new(head);
        text.Append(head.Contains('\n', StringComparison.Ordinal) ? '\n' : ' ');
        text.Append(
            writes.Count switch
            {
                0 => "Nothing would be sent that writes.",
                1 => "This would be sent:",
                _ => $"These {writes.Count} requests would be sent, in this order:",
            }
        );
        int number = 0;
        foreach (RehearsedWrite write in writes)
        {
            number++;
            Append(text, number, write, words, isAsked: false);
        }

        AppendUndo(text, writes, catalog);

        if (end is not null)
        {
            text.Append('\n').Append(end);
        }

        return new ToolResult(OutputSanitizer.Clean(text.ToString()));
    }

    /// <summary>The question to the person who is to confirm a call: the same in short, in plain text.</summary>
    /// <param name="plan">What would be done.</param>
    /// <param name="catalog">Says what cannot be undone.</param>
    public static string Question(ConfirmationPlan plan, CatalogView catalog)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Tool} is about to change things. Should it?");
        int number = 0;
        foreach (RehearsedWrite write in plan.Writes.Take(MostAsked))
        {
            number++;
            Append(text, number, write, plan.Words, isAsked: true);
        }

        if (plan.Writes.Count > MostAsked)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {plan.Writes.Count - MostAsked} more requests.");
        }

        AppendUndo(text, plan.Writes, catalog);
        if (plan.End is { } end)
        {
            text.Append('\n').Append(end);
        }

        return OutputSanitizer.Clean(text.ToString());
    }

    // Each reason once: a bulk call does the same to many things.
    private static void AppendUndo(StringBuilder text, IReadOnlyList<RehearsedWrite> writes, CatalogView catalog)
    {
        IEnumerable<UndoRule> rules = writes
            .Select(write => UndoRule.Of(catalog, write.Request.Operation))
            .OfType<UndoRule>()
            .Distinct();
        foreach (UndoRule rule in rules)
        {
            if (rule.Cannot is { } cannot)
            {
                text.Append("\nThis cannot be undone. ").Append(cannot);
            }
            else if (rule.Lost is { } lost)
            {
                text.Append("\nUndoing this would not bring back: ").Append(lost);
            }
        }
    }

    private static void Append(StringBuilder text, int number, RehearsedWrite write, RehearsalWords words, bool isAsked)
    {
        int longest = isAsked ? LongestAsked : LongestValue;
        var request = write.Request;
        string method = request.Method.ToString().ToUpperInvariant();
        text.Append(CultureInfo.InvariantCulture, $"\n{number}. {method} {request.PathAndQuery}");
        if (Body(write) is { } body)
        {
            text.Append("\n   body: ").Append(isAsked ? Cut(body, LongestAskedBody) : body);
        }

        JsonElement thing = WriteCheck.Unwrap(write.Before);
        if (LenientValue.Text(thing, "name") is { Length: > 0 } name)
        {
            text.Append(write.IsMade ? "\n   in: " : "\n   about: ").Append(Cut(name, longest));
        }

        if (write.Contents is { } contents)
        {
            text.Append("\n   with all that is in it: ").Append(contents);
        }

        foreach (string change in words.Changes(write, longest))
        {
            text.Append("\n   ").Append(change);
        }
    }

    // A form holds whole files, and one that is read while it is sent has not been read.
    private static string? Body(RehearsedWrite write) =>
        write.Request switch
        {
            { ContentType: { } type, BodyLength: { } length } => $"{length} bytes of {type.Split(';')[0]}",
            { ContentType: { } type } => $"bytes of {type.Split(';')[0]}",
            { Body: { IsEmpty: false } body } => Encoding.UTF8.GetString(body.Span),
            _ => null,
        };

    /// <summary>A text in one line of at most so many characters and an ellipsis.</summary>
    public static string Cut(string text, int longest) =>
        OutputSanitizer.CleanLine(text.Length > longest ? $"{text[..longest]}…" : text);
}
