using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol;

/// <summary>The messages of a batch, whose replies are sent as one array, in the order of the messages, when all are served.</summary>
internal sealed class PendingBatch(McpSession session, IMessageSink sink) : IPendingWork
{
    private readonly List<IncomingMessage> _messages = [];
    private readonly List<BatchPlace> _places = [];
    private readonly List<IPendingWork> _requests = [];

    public string RequestId => string.Join(", ", _requests.Select(static request => request.RequestId));

    /// <summary>Takes a message in.</summary>
    /// <returns>Where its reply goes.</returns>
    public IMessageSink Add(IncomingMessage message)
    {
        _messages.Add(message);
        _places.Add(new BatchPlace(sink));
        return _places[^1];
    }

    /// <summary>Takes in what is left to do for the last message.</summary>
    public void Add(IPendingWork? rest)
    {
        if (rest is not null)
        {
            _requests.Add(rest);
        }
    }

    /// <summary>Ends the taking in; null when there is nothing left to do, since all is served and sent.</summary>
    public IPendingWork? Begin()
    {
        // Counted like a request, so that the server's end waits for the array and not only for what is in it.
        session.InFlight.Began();
        if (_requests.Count > 0)
        {
            return this;
        }

        End();
        return null;
    }

    public void Execute() => _ = RunAsync();

    public async Task RunAsync()
    {
        await Task.WhenAll(_requests.Select(static request => request.RunAsync()));
        End();
    }

    private void End()
    {
        try
        {
            Reply[] replies = [.. _places.Select(static place => place.Reply).OfType<Reply>()];
            if (replies.Length > 0)
            {
                sink.Send(Replies.Batch(replies));
            }
        }
        finally
        {
            _messages.ForEach(static message => message.Dispose());
            session.InFlight.Ended();
        }
    }
}
