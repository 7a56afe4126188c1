using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The argument by which any tool that writes only shows what it would send.</summary>
internal static class DryRun
{
    public const string Argument = "dry_run";

    private const string Title = "Dry run";
    private const string After = "What would be sent after that depends on the response.";

    /// <summary>Whether a call has the argument.</summary>
    public static bool IsIn(JsonElement arguments) =>
        arguments.ValueKind == JsonValueKind.Object && JsonText.TryFind(arguments, Argument, out _);

    /// <summary>What the argument says; records an error where it says nothing.</summary>
    public static bool IsAsked(JsonElement arguments, ArgumentErrors errors) =>
        new ArgumentReader(arguments, errors).Optional(Argument).AsBoolean() ?? false;

    /// <summary>The other arguments.</summary>
    public static JsonElement Others(JsonElement arguments) =>
        BulkOptions.Only(arguments, static name => name != Argument);

    /// <summary>Runs a call whose writes are noted in place of being sent, and says which they are.</summary>
    public static async ValueTask<ToolResult> RunAsync(
        string tool,
        ToolCallContext context,
        Func<ValueTask<ToolResult>> run
    )
    {
        Rehearsal rehearsal = context.Rehearse();
        try
        {
            ToolResult result = await run();
            return result.IsError && rehearsal.Writes.Count == 0
                ? result
                : RehearsalReport.Of(
                    result.Text.StartsWith(Title, StringComparison.Ordinal)
                        ? result.Text
                        : $"{Title} of {tool}: nothing was written.",
                    rehearsal.Writes,
                    result.IsError ? After : null
                );
        }
        catch (ActionableException refusal) when (rehearsal.Writes.Count > 0 && refusal.IsRefusal)
        {
            return RehearsalReport.Of(
                $"{Title} of {tool}: nothing was written.",
                rehearsal.Writes,
                $"Then it would end: {refusal.What}"
            );
        }
        // What stands for a response is not all that a response is, so whatever comes after it may fail.
        catch (Exception exception) when (rehearsal.Writes.Count > 0 && IsOfStandIn(exception))
        {
            return RehearsalReport.Of($"{Title} of {tool}: nothing was written.", rehearsal.Writes, After);
        }
    }

    private static bool IsOfStandIn(Exception exception) =>
        exception
            is ActionableException
                or InvalidOperationException
                or KeyNotFoundException
                or FormatException
                or JsonException;
}
