using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>A dry run: the requests that would write, in order, each with what it is about as it is now.</summary>
/// <param name="client">Reads what there is.</param>
internal sealed class Rehearsal(IClickUpClient client) : IRehearsal
{
    /// <summary>The id of a thing that a dry run would have made.</summary>
    public const string NewId = "new";

    private const int MostLookedAt = 20;

    private static byte[] NewThing => [.. "{\"id\":\"new\"}"u8];

    private readonly Lock _lock = new();
    private readonly List<RehearsedWrite> _writes = [];
    private readonly ConcurrentDictionary<string, string> _names = new();

    /// <summary>What would have been sent.</summary>
    public IReadOnlyList<RehearsedWrite> Writes
    {
        get
        {
            lock (_lock)
            {
                return [.. _writes];
            }
        }
    }

    /// <summary>The names, as they may be shown, of what the call named by name; by id.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>Takes the name of something that the call named.</summary>
    public void Name(NamedThing thing) => _names[thing.Id] = thing.ShownName;

    public async ValueTask<byte[]> TakeAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        JsonElement before = await LookAsync(request, cancellationToken);
        string? contents = await CountAsync(request, cancellationToken);
        lock (_lock)
        {
            // What is made without a read of its own is looked at from outside: what is shown is the place where it will be.
            bool isMade = request is { Method: ClickUpMethod.Post, ReadBack: null };
            _writes.Add(new RehearsedWrite(request with { Call = null }, before, contents, isMade));
        }

        // What is made has an id, and what is changed or removed is shown as it is.
        return request.Method is ClickUpMethod.Post or ClickUpMethod.Delete || before.ValueKind != JsonValueKind.Object
            ? NewThing
            : Encoding.UTF8.GetBytes(before.GetRawText());
    }

    private async ValueTask<JsonElement> LookAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        RequestedThings named = RequestedThings.Of(request);
        JsonElement before = default;
        foreach (RequestedThing thing in named.Things.Distinct().Take(MostLookedAt))
        {
            // A thing that was not made, because this is a dry run, is not there yet.
            if (thing.Id != NewId && ThingReads.Of(thing) is { } read)
            {
                // That there is no such thing is what the request would have been told.
                JsonElement found = await ReadAsync(read, request.Call, cancellationToken);
                before = before.ValueKind == JsonValueKind.Undefined ? found : before;
            }
        }

        ClickUpRequest? own = request.ReadBack ?? (request.Removed.Count > 0 ? request.Removed[0].Read : null);
        if (own is null || own.Path.Contains($"/{NewId}", StringComparison.Ordinal))
        {
            return before;
        }

        try
        {
            return await ReadAsync(own, request.Call, cancellationToken);
        }
        catch (ClickUpApiException)
        {
            return before;
        }
    }

    private async ValueTask<string?> CountAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await new ContentCount(client, request.Call).OfAsync(request, cancellationToken);
        }
        catch (ClickUpApiException)
        {
            return "it could not be read";
        }
    }

    private async ValueTask<JsonElement> ReadAsync(
        ClickUpRequest request,
        IUpstreamCall? call,
        CancellationToken cancellationToken
    )
    {
        ClickUpResponse response = await client.SendAsync(request with { Call = call }, cancellationToken);
        if (response.IsEmpty)
        {
            return default;
        }

        using JsonDocument document = JsonLenient.Parse(response);
        return document.RootElement.Clone();
    }
}
