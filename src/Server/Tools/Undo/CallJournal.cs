using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Notes what undoes each write of one call.</summary>
/// <param name="journal">Keeps it.</param>
/// <param name="catalog">Says how operations are undone.</param>
/// <param name="services">Read what is there before a write.</param>
/// <param name="tool">The tool that runs.</param>
internal sealed class CallJournal(ChangeJournal journal, CatalogView catalog, ToolServices services, Func<string> tool)
    : IWriteJournal
{
    private readonly Lock _lock = new();
    private Change? _change;
    private DateZones _zones = DateZones.Unknown;

    /// <summary>Keeps what the call changed, also where it was stopped on the way.</summary>
    public ValueTask SaveAsync() =>
        _change is { } change ? journal.SaveAsync(change, CancellationToken.None) : ValueTask.CompletedTask;

    public async ValueTask<object?> BeforeAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        if (UndoRule.Of(catalog, request.Operation) is not { Cannot: null, Read: { } read } rule)
        {
            return null;
        }

        UndoValues values = new(request, default);
        ClickUpRequest? get =
            read == UndoRule.OwnRead ? StepMaker.OwnRead(request) : UndoBy.Parse(read).Fill(values)?.ToRequest();
        if (get is null)
        {
            return null;
        }

        try
        {
            if (rule.NeedsZones)
            {
                _zones = await services.Names.GetZonesAsync(cancellationToken);
            }

            JsonElement found = await ReadAsync(get with { Call = request.Call }, cancellationToken);
            return rule.Special == "task"
                ? await new TaskSnapshot(services.Client, request.Call).TakeAsync(found, cancellationToken)
                : found;
        }
        catch (ActionableException)
        {
            // The write itself says what is wrong with it; that it cannot be undone is noted.
            return null;
        }
    }

    public void After(ClickUpRequest request, object? before, ReadOnlyMemory<byte> response)
    {
        if (UndoRule.Of(catalog, request.Operation) is not { } rule)
        {
            return;
        }

        UndoValues values = new(request, before is JsonElement read ? read : default, Parse(response));
        if (new StepMaker(rule, values, _zones).Make() is { } step)
        {
            Add(step);
        }
    }

    private void Add(ChangeStep step)
    {
        lock (_lock)
        {
            if (_change is null)
            {
                string name = tool();
                int index = catalog.Find(name);
                bool isUndo =
                    index >= 0 && catalog.CategoryNames[catalog.CategoryIndex(index)] == CatalogView.ChangesCategory;
                _change = journal.Begin(name, isUndo);
            }

            journal.Add(_change, step);
        }
    }

    private async ValueTask<JsonElement> ReadAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        using JsonDocument document = JsonLenient.Parse(await services.Client.SendAsync(request, cancellationToken));
        return document.RootElement.Clone();
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> response)
    {
        try
        {
            return response.IsEmpty ? default : JsonElement.Parse(response.Span);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
