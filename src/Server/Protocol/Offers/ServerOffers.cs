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
    public static IServerFeature[] Create(Func<ToolInventory> tools, Lazy<IToolGateway> gateway, bool isJson) =>
        [new PromptFeature(tools), new ResourceFeature(tools, gateway, isJson), new CompletionFeature(tools, gateway)];
}
