using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Tells a modern client what it listens for, each message with the id of its request; nothing before it was acknowledged.</summary>
/// <param name="client">The client.</param>
/// <param name="id">The request's id, as written.</param>
internal sealed class ListenGate(IClient client, byte[] id)
{
    private const string Updated = "notifications/resources/updated";

    private readonly Lock _lock = new();
    private readonly List<string> _early = [];
    private bool _isOpen;

    /// <summary>Acknowledges the subscription, then tells what changed meanwhile.</summary>
    /// <param name="method">The name of the acknowledgement.</param>
    /// <param name="granted">The URIs that are watched.</param>
    public void Open(string method, IReadOnlyList<string> granted)
    {
        lock (_lock)
        {
            using var buffer = new MessageBuffer();
            AppendMeta(buffer).Append(",\"notifications\":{\"resourceSubscriptions\":["u8);
            for (int i = 0; i < granted.Count; i++)
            {
                buffer.Append(i == 0 ? default : ","u8).AppendString(granted[i]);
            }

            client.Notify(method, buffer.Append("]}}"u8).Written);
            _isOpen = true;
            _early.ForEach(Send);
            _early.Clear();
        }
    }

    /// <summary>Tells of a change.</summary>
    public void Tell(string uri)
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                Send(uri);
            }
            else if (!_early.Contains(uri))
            {
                _early.Add(uri);
            }
        }
    }

    private void Send(string uri)
    {
        using var buffer = new MessageBuffer();
        AppendMeta(buffer).Append(",\"uri\":"u8).AppendString(uri);
        client.Notify(Updated, buffer.Append("}"u8).Written);
    }

    private MessageBuffer AppendMeta(MessageBuffer buffer) =>
        buffer.Append("{\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":"u8).Append(id).Append("}"u8);
}
