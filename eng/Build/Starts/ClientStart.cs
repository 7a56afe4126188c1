using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>What clients send before they call a tool.</summary>
internal static class ClientStart
{
    /// <summary>Connects and lists the tools.</summary>
    public static async Task ListAsync(StdioClient client, CancellationToken cancellationToken)
    {
        await client.InitializeAsync(cancellationToken);
        await client.RequestAsync("tools/list", null, cancellationToken);
    }

    /// <summary>Asks for what else there is: prompts, templates of resources, and something that is not there.</summary>
    public static async Task LookAroundAsync(StdioClient client, CancellationToken cancellationToken)
    {
        await client.RequestAsync("prompts/list", null, cancellationToken);
        await client.RequestAsync("resources/templates/list", null, cancellationToken);
        await client.SendAsync("no/such/method", null, cancellationToken);
    }
}
