using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>What is read by URI: each read is a call of a tool, with its permission, limits, record and cleaned result.</summary>
/// <param name="tools">What the principal may call; asked for by the first request.</param>
/// <param name="gateway">Runs the tools.</param>
/// <param name="isJson">Whether results are written as JSON.</param>
internal sealed class ResourceOffer(Func<ToolInventory> tools, Lazy<IToolGateway> gateway, bool isJson) : IMethodHandler
{
    public bool HasPages(MessageMethod method) => method == MessageMethod.ListResources;

    public bool IsImmediate(MessageMethod method) => method == MessageMethod.ListResourceTemplates;

    public bool UsesTools(MessageMethod method) => method is MessageMethod.ListResources or MessageMethod.ReadResource;

    public async ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    ) =>
        method switch
        {
            MessageMethod.ListResources => await ListAsync(request, cancellationToken),
            MessageMethod.ListResourceTemplates => ListTemplates(),
            _ => await ReadAsync(request, cancellationToken),
        };

    /// <summary>The templates that a principal sees.</summary>
    public static UriPattern[] Visible(ToolInventory tools) =>
        [
            .. tools
                .Catalog.Resources.Where(template => tools.Has(template.Tool))
                .Select(static template => new UriPattern(template)),
        ];

    private string MimeType => isJson ? "application/json" : "text/plain";

    private async ValueTask<MethodResult> ListAsync(McpRequest request, CancellationToken cancellationToken)
    {
        var listing = new ResourceListing(Visible(tools()), MimeType);
        if (!listing.TryStart(request.Parameters, out RpcFault? fault))
        {
            return fault is null ? MethodResult.Of(listing.Members) : MethodResult.Failed(fault);
        }

        ToolGatewayResult looked = await gateway.Value.LookUpAsync(
            request.For(listing.Tool, default),
            listing.LookAsync,
            cancellationToken
        );
        return looked.Result is { IsError: false }
            ? MethodResult.Of(listing.Members)
            : MethodResult.Failed(OfferFaults.Of(request, looked, RpcErrorCode.InvalidParams));
    }

    private MethodResult ListTemplates()
    {
        using var buffer = new MessageBuffer();
        buffer.Append("\"resourceTemplates\":["u8);
        bool isFirst = true;
        foreach (UriPattern pattern in Visible(tools()))
        {
            ResourceTemplate template = pattern.Template;
            buffer.Append(isFirst ? default : ","u8).Append("{\"uriTemplate\":"u8).AppendString(template.Uri);
            buffer.Append(",\"name\":"u8).AppendString(template.Name);
            buffer.Append(",\"title\":"u8).AppendString(template.Title);
            buffer.Append(",\"description\":"u8).AppendString(template.Description);
            buffer.Append(",\"mimeType\":"u8).AppendString(MimeType).Append("}"u8);
            isFirst = false;
        }

        return MethodResult.Of(buffer.Append("]"u8).Written.ToArray());
    }

    private async ValueTask<MethodResult> ReadAsync(McpRequest request, CancellationToken cancellationToken)
    {
        if (Find(request.Subject) is not var (template, arguments))
        {
            return MethodResult.Failed(Missing(request));
        }

        ToolGatewayResult read = await gateway.Value.CallAsync(
            request.For(template.Tool, arguments),
            cancellationToken
        );
        return read.Result is { IsError: false, Text: var text }
            ? Show(request.Subject, text)
            : MethodResult.Failed(OfferFaults.Of(request, read, NotFound(request)));
    }

    /// <summary>Reads a resource whose changes somebody wants to be told of.</summary>
    /// <param name="request">Who asks.</param>
    /// <param name="uri">The resource.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its text and how it is read, or why it cannot be.</returns>
    public async ValueTask<(string Text, (string Tool, byte[] Arguments) Call, RpcFault? Fault)> ReadWatchedAsync(
        McpRequest request,
        string uri,
        CancellationToken cancellationToken
    )
    {
        if (Find(uri) is not var (template, arguments))
        {
            return (string.Empty, default, Missing(request));
        }

        if (!template.IsWatched)
        {
            IEnumerable<string> watched = tools()
                .Catalog.Resources.Where(static known => known.IsWatched)
                .Select(static known => known.Uri);
            return (
                string.Empty,
                default,
                RpcFault.InvalidParams($"This resource is not watched; these are: {string.Join(", ", watched)}.")
            );
        }

        ToolGatewayResult read = await gateway.Value.CallAsync(
            request.For(template.Tool, arguments),
            cancellationToken
        );
        return read.Result is { IsError: false, Text: var text }
            ? (text, (template.Tool, arguments), null)
            : (string.Empty, default, OfferFaults.Of(request, read, NotFound(request)));
    }

    private (ResourceTemplate Template, byte[] Arguments)? Find(string uri)
    {
        foreach (ResourceTemplate template in tools().Catalog.Resources)
        {
            if (new UriPattern(template).ArgumentsFor(uri) is { } arguments)
            {
                return (template, arguments);
            }
        }

        return null;
    }

    private static int NotFound(McpRequest request) =>
        request.Client.IsModern ? RpcErrorCode.InvalidParams : RpcErrorCode.ResourceNotFound;

    private static RpcFault Missing(McpRequest request) =>
        new(
            NotFound(request),
            "There is no such resource; resources/templates/list shows what URIs look like. Each part is percent-encoded once."
        );

    private MethodResult Show(string uri, string text)
    {
        using var buffer = new MessageBuffer();
        buffer.Append("\"contents\":[{\"uri\":"u8).AppendString(uri);
        buffer.Append(",\"mimeType\":"u8).AppendString(MimeType);
        buffer.Append(",\"text\":"u8).AppendString(text);
        return MethodResult.Of(buffer.Append("}]"u8).Written.ToArray());
    }
}
