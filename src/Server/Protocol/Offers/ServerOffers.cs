using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>What the product offers besides tools to one principal; a start only says that it is there.</summary>
/// <param name="tools">What the principal may call.</param>
/// <param name="gateway">Runs the tools.</param>
/// <param name="isJson">Whether results are written as JSON.</param>
/// <param name="watching">How watched resources are looked at; null where none are watched.</param>
internal sealed class ServerOffers(
    Func<ToolInventory> tools,
    Lazy<IToolGateway> gateway,
    bool isJson,
    Func<WatchOptions>? watching
) : IServerFeature
{
    private IMethodHandler[]? _offers;

    private IMethodHandler[] Offers =>
        Volatile.Read(ref _offers) ?? Interlocked.CompareExchange(ref _offers, Create(), null) ?? _offers!;

    public string Capability(bool isModern) =>
        watching is null
            ? "\"prompts\":{},\"resources\":{},\"completions\":{}"
            : "\"prompts\":{},\"resources\":{\"subscribe\":true},\"completions\":{}";

    public bool Has(MessageMethod method) => Find(method) is not null;

    public bool HasPages(MessageMethod method) => Find(method)!.HasPages(method);

    public bool IsImmediate(MessageMethod method) => Find(method)!.IsImmediate(method);

    public bool UsesTools(MessageMethod method) => Find(method)!.UsesTools(method);

    public ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) => Find(method)!.ServeAsync(method, request, cancellationToken);

    private IMethodHandler? Find(MessageMethod method) => Array.Find(Offers, offer => offer.Has(method));

    private IMethodHandler[] Create()
    {
        ResourceOffer resources = new(tools, gateway, isJson);
        List<IMethodHandler> offers = [new PromptOffer(tools), resources, new CompletionOffer(tools, gateway)];
        if (watching is not null)
        {
            offers.Add(new SubscriptionOffer(resources, new ResourceWatch(gateway, watching())));
        }

        return [.. offers];
    }
}
