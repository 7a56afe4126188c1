using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Looks whether a thing is still as a change left it, so that no later change of somebody else is overwritten.</summary>
/// <param name="client">Sends the reads.</param>
/// <param name="call">What they are sent for.</param>
internal sealed class UndoCheck(IClickUpClient client, IUpstreamCall? call)
{
    private const int LongestValue = 60;

    /// <summary>Looks at what a step changed.</summary>
    public async ValueTask<UndoFinding> RunAsync(ChangeStep step, CancellationToken cancellationToken)
    {
        if (step.Look is not { } look)
        {
            return new UndoFinding(UndoState.Ready);
        }

        JsonElement found;
        try
        {
            using JsonDocument document = JsonLenient.Parse(
                await client.SendAsync(look.Request.ToRequest() with { Call = call }, cancellationToken)
            );
            found = document.RootElement.Clone();
        }
        catch (ClickUpApiException gone) when (gone.Kind == ApiErrorKind.NotFoundOrNoAccess)
        {
            return look.IsOfMade || look.Unless is not null
                ? new UndoFinding(UndoState.IsUndone, "it is not there any more")
                : new UndoFinding(UndoState.IsChanged, "it is not there any more, or there is no access to it");
        }

        return Judge(look, found) is { State: not UndoState.Ready } finding
            ? finding
            : await CountAsync(step, look, cancellationToken);
    }

    private static UndoFinding Judge(UndoLook look, JsonElement found)
    {
        if (look.Unless is { } unless && UndoPath.Select(found, unless).Count is > 0 and var count)
        {
            return new UndoFinding(UndoState.IsChanged, $"others have written there since ({count})");
        }

        if (look.Added is { Length: > 0 } added && !IsThere(found, added))
        {
            return new UndoFinding(UndoState.IsUndone, "what was added is not there any more");
        }

        if (look.Removed is { Length: > 0 } removed && IsThere(found, removed))
        {
            return new UndoFinding(UndoState.IsUndone, "what was removed is there again");
        }

        JsonElement thing = StepMaker.ThingOf(found, look.Thing);
        if (look.Thing is not null && thing.ValueKind == JsonValueKind.Undefined)
        {
            return look.IsOfMade
                ? new UndoFinding(UndoState.IsUndone, "it is not there any more")
                : new UndoFinding(UndoState.IsChanged, "it is not there any more, or has another name");
        }

        bool isSameVersion = look.Version is { } version && thing.Text("date_updated") == version;
        string[] differences = isSameVersion
            ? []
            : [.. look.Left.Select(left => Difference(left, thing)).OfType<string>()];
        return differences.Length == 0
            ? new UndoFinding(UndoState.Ready)
            : new UndoFinding(UndoState.IsChanged, $"it was changed again since: {string.Join("; ", differences)}");
    }

    // What was put in there since would go with it.
    private async ValueTask<UndoFinding> CountAsync(ChangeStep step, UndoLook look, CancellationToken cancellationToken)
    {
        if (!look.IsOfMade || step.Undo is not [{ Method: ClickUpMethod.Delete } removal])
        {
            return new UndoFinding(UndoState.Ready);
        }

        string? contents = await new ContentCount(client, call).OfAsync(removal.ToRequest(), cancellationToken);
        bool isEmpty =
            contents is null
            || contents.Split(", ").All(static count => count.StartsWith("0 ", StringComparison.Ordinal));
        return isEmpty
            ? new UndoFinding(UndoState.Ready)
            : new UndoFinding(UndoState.IsChanged, $"it is not empty any more ({contents}), and that would go with it");
    }

    private static bool IsThere(JsonElement found, string paths) =>
        paths.Split('|').Any(path => UndoPath.Select(found, path).Count > 0);

    private static string? Difference(LeftValue left, JsonElement thing)
    {
        List<JsonElement> shown = UndoPath.Select(thing, left.Path);
        string now = shown.Count == 0 ? string.Empty : UndoText.Of(shown[0]);
        return string.Equals(Solid(now), Solid(left.Text), StringComparison.OrdinalIgnoreCase)
            ? null
            : $"{left.Path.Split('.')[0]} is {Quoted(now)}, not {Quoted(left.Text)}";
    }

    // ClickUp breaks and indents texts its own way.
    private static string Solid(string text) => string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter)));

    private static string Quoted(string text) =>
        text.Length == 0 ? "empty"
        : text.Length > LongestValue ? $"\"{text[..LongestValue]}…\""
        : $"\"{text}\"";
}
