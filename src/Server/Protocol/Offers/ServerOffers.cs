using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>What the product offers besides tools.</summary>
internal static class ServerOffers
{
    /// <summary>Makes the features of one principal; what they need is asked for by their first request.</summary>
    /// <param name="tools">What the principal may call.</param>
    /// <param name="gateway">Runs the tools.</param>
    /// <param name="isJson">Whether results are written as JSON.</param>
    /// <param name="options">How watched resources are looked at.</param>
    public static IServerFeature[] Create(
        Func<ToolInventory> tools,
        Lazy<IToolGateway> gateway,
        bool isJson,
        WatchOptions options
    )
    {
        ResourceWatch watch = new(gateway, options);
        ResourceFeature resources = new(tools, gateway, isJson, watch.IsOn);
        return
        [
            new PromptFeature(tools),
            resources,
            new SubscriptionFeature(resources, watch),
            new CompletionFeature(tools, gateway),
        ];
    }
}
