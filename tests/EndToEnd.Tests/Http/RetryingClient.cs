using System.Collections.Concurrent;
using System.Net;

namespace EndToEnd.Tests.Http;

/// <summary>A client that works until its server has died and come back, and gets on with it.</summary>
/// <param name="address">Where MCP is, before and after.</param>
/// <param name="name">What its tasks are called.</param>
/// <param name="isModern">Whether it works without a session.</param>
/// <param name="written">The names of the tasks that the server said were created.</param>
internal sealed class RetryingClient(Uri address, string name, bool isModern, ConcurrentBag<string> written)
{
    private readonly TaskCompletionSource _busy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _restarted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsModern => isModern;

    /// <summary>How often its session was gone.</summary>
    public int SessionsLost { get; private set; }

    /// <summary>How many of its writes had no reply.</summary>
    public int WritesLost { get; private set; }

    /// <summary>It has done some rounds.</summary>
    public Task IsBusy => _busy.Task;

    /// <summary>A request of it was not answered.</summary>
    public Task HasLost => _lost.Task;

    public void Restarted() => _restarted.SetResult();

    /// <summary>Writes and reads: so many rounds before the server dies, and as many after it came back.</summary>
    public async Task WorkAsync(int rounds, CancellationToken cancellationToken)
    {
        using var client = new McpHttpClient(address, isModern);
        await client.InitializeAsync(cancellationToken);
        for (int before = 0, after = 0, i = 0; after < rounds; i++)
        {
            // Nobody knows what became of a write without a reply, so another one follows and not the same again.
            var task = $"{name}-{i}";
            if (
                await TryAsync(
                    client,
                    "create_task",
                    $$"""{"list":"90152000002","name":"{{task}}"}""",
                    cancellationToken
                )
            )
            {
                written.Add(task);
            }
            else
            {
                WritesLost++;
            }

            while (!await TryAsync(client, "get_task", """{"task":"27075wz"}""", cancellationToken)) { }

            before++;
            after += HasLost.IsCompleted ? 1 : 0;
            if (before == rounds)
            {
                _busy.SetResult();
            }
        }
    }

    /// <summary>Calls a tool; false when there was no reply, and then the server is back.</summary>
    private async Task<bool> TryAsync(
        McpHttpClient client,
        string tool,
        string arguments,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var response = await client.CallAsync(tool, arguments, cancellationToken);
            if (!isModern && response.StatusCode == HttpStatusCode.NotFound)
            {
                SessionsLost++;
                await client.InitializeAsync(cancellationToken);
                return false;
            }

            var reply = await McpHttpClient.ReplyAsync(response, cancellationToken);
            reply.IsError.ShouldBeFalse(reply.Text);
            return true;
        }
        // It may only be lost once: with the server that died.
        catch (HttpRequestException) when (!_lost.Task.IsCompleted)
        {
            _lost.SetResult();
            await _restarted.Task.WaitAsync(cancellationToken);
            return false;
        }
    }
}
