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
    private SubscriptionOffer? _subscriptions;

    private PromptOffer Prompts => field ??= new PromptOffer(tools);

    private ResourceOffer Resources => field ??= new ResourceOffer(tools, gateway, isJson);

    private CompletionOffer Completions => field ??= new CompletionOffer(tools, gateway);

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

    private IMethodHandler? Find(MessageMethod method) =>
        method switch
        {
            MessageMethod.ListPrompts or MessageMethod.GetPrompt => Prompts,
            MessageMethod.ListResources or MessageMethod.ListResourceTemplates or MessageMethod.ReadResource =>
                Resources,
            MessageMethod.Complete => Completions,
            MessageMethod.Subscribe or MessageMethod.Unsubscribe or MessageMethod.Listen when watching is not null =>
                Subscriptions(watching),
            _ => null,
        };

    private SubscriptionOffer Subscriptions(Func<WatchOptions> options) =>
        Volatile.Read(ref _subscriptions)
        ?? Interlocked.CompareExchange(ref _subscriptions, Create(options()), null)
        ?? _subscriptions!;

    private SubscriptionOffer Create(WatchOptions options) => new(Resources, new ResourceWatch(gateway, options));
}
