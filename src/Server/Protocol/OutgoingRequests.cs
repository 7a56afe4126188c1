using System.Globalization;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>Requests that this server has sent and that wait for the peer's response.</summary>
internal sealed class OutgoingRequests
{
    private readonly Lock _lock = new();
    private Dictionary<string, TaskCompletionSource<ClientResponse>>? _waiting;
    private long _last;

    /// <summary>Takes in a request of ours; its id is a number.</summary>
    public string Add(out Task<ClientResponse> response)
    {
        var completion = new TaskCompletionSource<ClientResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        response = completion.Task;
        lock (_lock)
        {
            string id = (++_last).ToString(CultureInfo.InvariantCulture);
            (_waiting ??= []).Add(id, completion);
            return id;
        }
    }

    /// <summary>Forgets a request; false when it was responded to.</summary>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            return _waiting?.Remove(id) == true;
        }
    }

    /// <summary>Hands a response to whoever waits for it; one that nobody waits for is dropped.</summary>
    public void Complete(IncomingMessage response)
    {
        TaskCompletionSource<ClientResponse>? completion = null;
        if (!response.Id.IsEmpty)
        {
            string id = RequestKey.Of(response.Id.Span);
            lock (_lock)
            {
                _waiting?.Remove(id, out completion);
            }
        }

        completion?.TrySetResult(
            new ClientResponse(response.Envelope.IsError, response.Bytes[response.Envelope.Outcome].ToArray())
        );
    }
}
