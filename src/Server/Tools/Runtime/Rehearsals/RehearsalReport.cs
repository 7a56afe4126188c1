using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

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
    /// <param name="end">What is to be said of what comes after them; null for nothing.</param>
    public static ToolResult Of(string head, IReadOnlyList<RehearsedWrite> writes, string? end)
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
            Append(text, number, write, isAsked: false);
        }

        if (end is not null)
        {
            text.Append('\n').Append(end);
        }

        return new ToolResult(OutputSanitizer.Clean(text.ToString()));
    }

    /// <summary>The question to the person who is to confirm a call: the same in short, in plain text.</summary>
    public static string Question(ConfirmationPlan plan)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{plan.Tool} is about to change things. Should it?");
        int number = 0;
        foreach (RehearsedWrite write in plan.Writes.Take(MostAsked))
        {
            number++;
            Append(text, number, write, isAsked: true);
        }

        if (plan.Writes.Count > MostAsked)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {plan.Writes.Count - MostAsked} more requests.");
        }

        if (plan.End is { } end)
        {
            text.Append('\n').Append(end);
        }

        return OutputSanitizer.Clean(text.ToString());
    }

    private static void Append(StringBuilder text, int number, RehearsedWrite write, bool isAsked)
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
            text.Append("\n   about: ").Append(Cut(name, longest));
        }

        if (write.Contents is { } contents)
        {
            text.Append("\n   with all that is in it: ").Append(contents);
        }

        if (thing.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        using JsonDocument? sent = request is { ContentType: null, Body.IsEmpty: false }
            ? JsonDocument.Parse(request.Body)
            : null;
        WrittenValues values = new(sent?.RootElement ?? default, default, DateZones.Unknown);
        foreach (ExpectedValue expected in request.Expected.Where(values.IsSent))
        {
            if (values.IsShown(expected, thing))
            {
                (string before, string after) = values.Change(expected, thing);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n   {expected.Argument}: {Cut(before, longest)} → {Cut(after, longest)}"
                );
            }
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

    private static string Cut(string text, int longest) =>
        OutputSanitizer.CleanLine(text.Length > longest ? $"{text[..longest]}…" : text);
}
