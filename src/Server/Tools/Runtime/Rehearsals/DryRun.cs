using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The arguments by which any tool that writes only shows what it would send, and is then confirmed.</summary>
internal static class DryRun
{
    public const string Argument = "dry_run";
    public const string ConfirmArgument = "confirm";

    private const string Title = "Dry run";
    private const string After = "What would be sent after that depends on the response.";
    private const int LongestToken = 200;

    /// <summary>Whether a call has one of the arguments.</summary>
    public static bool IsIn(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Object
        && (JsonText.TryFind(arguments, Argument, out _) || JsonText.TryFind(arguments, ConfirmArgument, out _));

    /// <summary>Does what the arguments say; records an error where they say nothing.</summary>
    public static void Take(JsonElement arguments, ToolCallContext context, ArgumentErrors errors)
    {
        ArgumentReader reader = new(arguments, errors);
        if (reader.Optional(Argument).AsBoolean() ?? false)
        {
            context.Rehearse();
            context.Waiting!.Confirmation.IsDryRun = true;
        }

        if (reader.Optional(ConfirmArgument).AsString(maxLength: LongestToken) is { } token)
        {
            context.Waiting?.Confirmation.Take(token);
        }
    }

    /// <summary>The other arguments.</summary>
    public static JsonElement Others(JsonElement arguments) =>
        BulkOptions.Only(arguments, static name => name is not (Argument or ConfirmArgument));

    /// <summary>Runs a call, and of one whose writes are noted in place of being sent says which they are.</summary>
    /// <param name="tool">The tool that runs in the end.</param>
    /// <param name="catalog">Says what cannot be undone.</param>
    /// <param name="call">The call.</param>
    /// <param name="services">Its services.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async ValueTask<RehearsedResult> RunAsync(
        Func<string> tool,
        CatalogView catalog,
        WaitingCall call,
        ToolServices services,
        Func<ValueTask<ToolResult>> run,
        CancellationToken cancellationToken
    )
    {
        string? end = null;
        string head = string.Empty;
        try
        {
            ToolResult result = await run();
            if (
                call.Rehearsed is not { } rehearsal
                || (rehearsal.Writes.Count == 0 && (result.IsError || !call.Confirmation.IsDryRun))
            )
            {
                return new RehearsedResult(result, null, null);
            }

            head = result.Text.StartsWith(Title, StringComparison.Ordinal) ? result.Text : head;
            end = result.IsError ? After : null;
        }
        catch (ActionableException refusal) when (HasWrites(call) && refusal.IsRefusal)
        {
            end = $"Then it would end: {refusal.What}";
        }
        // What stands for a response is not all that a response is, so whatever comes after it may fail.
        catch (Exception exception) when (HasWrites(call) && IsOfStandIn(exception))
        {
            end = After;
        }

        head = head.Length > 0 ? head : $"{Title} of {tool()}: nothing was written.";
        RehearsalWords words = await RehearsalWords.ForAsync(call.Rehearsed!, services, cancellationToken);
        return new RehearsedResult(RehearsalReport.Of(head, call.Rehearsed!.Writes, words, end, catalog), end, words);
    }

    private static bool HasWrites(WaitingCall call) => call.Rehearsed is { Writes.Count: > 0 };

    private static bool IsOfStandIn(Exception exception) =>
        exception
            is ActionableException
                or InvalidOperationException
                or KeyNotFoundException
                or FormatException
                or JsonException;
}
