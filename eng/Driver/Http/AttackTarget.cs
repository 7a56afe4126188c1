namespace ClickUpMcp.Driver.Http;

/// <summary>Whom an attack is made on, and how large.</summary>
/// <param name="Address">Where MCP is.</param>
/// <param name="Authorization">The attacker's own line of the head, or nothing.</param>
/// <param name="Scale">1 for a round of a second or so; larger numbers repeat what is repeated more often.</param>
/// <param name="CancellationToken">Ends the attack.</param>
public sealed record AttackTarget(Uri Address, string Authorization, int Scale, CancellationToken CancellationToken)
{
    /// <summary>Sends a request on a connection of its own and reads the response; 0 when the server hung up.</summary>
    public async Task<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        try
        {
            using var connection = await HttpConnection.OpenAsync(Address, CancellationToken);
            return (await connection.ExchangeAsync(request, CancellationToken)).Status;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            return 0;
        }
    }

    /// <summary>Sends requests one after the other on as few connections as the server leaves.</summary>
    public async Task SendAllAsync(IEnumerable<byte[]> requests)
    {
        HttpConnection? connection = null;
        try
        {
            foreach (var request in requests)
            {
                try
                {
                    connection ??= await HttpConnection.OpenAsync(Address, CancellationToken);
                    await connection.ExchangeAsync(request, CancellationToken);
                }
                catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
                {
                    connection?.Dispose();
                    connection = null;
                }
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>A request of the stateless revision, with the attacker's authorization.</summary>
    public byte[] Request(McpCall call, params IEnumerable<string> headers) =>
        McpRequest.Stateless(Address, call, [Authorization, .. headers]);
}
