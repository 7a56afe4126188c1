using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Values;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Tells clients of changes of resources: legacy ones that subscribe in their session, modern ones by a request that stays open.</summary>
/// <param name="resources">Reads them.</param>
/// <param name="watch">Looks at them again.</param>
internal sealed class SubscriptionOffer(ResourceOffer resources, ResourceWatch watch) : IMethodHandler
{
    private const string Updated = "notifications/resources/updated";
    private const string Acknowledged = "notifications/subscriptions/acknowledged";

    private readonly HashSet<IPeer> _peers = new(ReferenceEqualityComparer.Instance);

    public bool UsesTools(MessageMethod method) => method is MessageMethod.Subscribe or MessageMethod.Listen;

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) =>
        method switch
        {
            MessageMethod.Listen => ListenAsync(request, cancellationToken),
            MessageMethod.Subscribe => SubscribeAsync(request, cancellationToken),
            _ => new(Unsubscribe(request)),
        };

    private async ValueTask<MethodResult> SubscribeAsync(McpRequest request, CancellationToken cancellationToken)
    {
        IPeer peer = request.Client.Peer!;
        RpcFault? fault = await WatchAsync(request, request.Subject, peer, Notify, cancellationToken);
        if (fault is not null)
        {
            return MethodResult.Failed(fault);
        }

        lock (_peers)
        {
            if (_peers.Add(peer))
            {
                _ = ForgetAsync(peer);
            }
        }

        return default;

        void Notify(string uri)
        {
            using var buffer = new MessageBuffer();
            buffer.Append("{\"uri\":"u8).AppendString(uri);
            peer.TryNotify(Updated, buffer.Append("}"u8).Written);
        }
    }

    private MethodResult Unsubscribe(McpRequest request)
    {
        watch.Remove(request.Subject, request.Client.Peer!);
        return default;
    }

    private async Task ForgetAsync(IPeer peer)
    {
        await peer.Ended;
        watch.RemoveAll(peer);
        lock (_peers)
        {
            _peers.Remove(peer);
        }
    }

    private async ValueTask<MethodResult> ListenAsync(McpRequest request, CancellationToken cancellationToken)
    {
        if (!request.Client.IsModern)
        {
            return MethodResult.Failed(RpcFault.NoMethod);
        }

        if (UrisOf(request.Parameters) is not { } uris)
        {
            return MethodResult.Failed(
                RpcFault.InvalidParams(
                    "Say in params.notifications what to be told of; resourceSubscriptions is a list of URIs."
                )
            );
        }

        byte[] id = request.Id.ToArray();
        var told = new ListenGate(request.Client, id);
        try
        {
            List<string> granted = [];
            foreach (string uri in uris.Distinct(StringComparer.Ordinal).Take(WatchOptions.MostOfOwner))
            {
                if (await WatchAsync(request, uri, told, told.Tell, cancellationToken) is null)
                {
                    granted.Add(uri);
                }
            }

            told.Open(Acknowledged, granted);
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The client has closed it, or the server stops: both end it well.
        }
        finally
        {
            watch.RemoveAll(told);
        }

        return default;
    }

    private async ValueTask<RpcFault?> WatchAsync(
        McpRequest request,
        string uri,
        object owner,
        Action<string> updated,
        CancellationToken cancellationToken
    )
    {
        (string Text, (string, byte[]) Call, RpcFault? Fault) read = await resources.ReadWatchedAsync(
            request,
            uri,
            cancellationToken
        );
        return read.Fault
            ?? (
                watch.Add(uri, read.Call, read.Text, owner, updated) is { } problem
                    ? RpcFault.InvalidParams(problem)
                    : null
            );
    }

    /// <summary>The URIs that are asked for; none where only other things are; null when the request says nothing usable.</summary>
    private static List<string>? UrisOf(ReadOnlyMemory<byte> parameters)
    {
        using var document = JsonDocument.Parse(parameters);
        if (
            !JsonText.TryFind(document.RootElement, "notifications", out JsonElement asked)
            || asked.ValueKind != JsonValueKind.Object
        )
        {
            return null;
        }

        if (!JsonText.TryFind(asked, "resourceSubscriptions", out JsonElement uris))
        {
            return [];
        }

        return
            uris.ValueKind == JsonValueKind.Array
            && uris.EnumerateArray().All(static uri => uri.ValueKind == JsonValueKind.String)
            ? [.. uris.EnumerateArray().Select(static uri => JsonText.WellFormed(JsonText.Read(uri)))]
            : null;
    }
}
