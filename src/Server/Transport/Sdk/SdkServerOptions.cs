using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Transport.Sdk;

/// <summary>Configures an SDK server to show and call the tools of the same gateway as the hot path.</summary>
internal static class SdkServerOptions
{
    /// <summary>Handlers, no tool collection: a collection makes the SDK advertise <c>listChanged</c>, which never happens here.</summary>
    public static McpServerOptions Create(ServerIdentity identity, Lazy<IToolGateway> gateway) =>
        new()
        {
            ServerInfo = new Implementation
            {
                Name = identity.Name,
                Title = identity.Title,
                Version = identity.Version,
            },
            ServerInstructions = identity.Instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => new ValueTask<ListToolsResult>(ListTools(gateway.Value)),
                CallToolHandler = (request, cancellationToken) =>
                    CallToolAsync(gateway.Value, request.Params, cancellationToken),
            },
        };

    private static ListToolsResult ListTools(IToolGateway gateway) =>
        new()
        {
            Tools =
                JsonSerializer.Deserialize(
                    gateway.ToolList.Span,
                    (JsonTypeInfo<IList<Tool>>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<Tool>))
                ) ?? [],
        };

    private static async ValueTask<CallToolResult> CallToolAsync(
        IToolGateway gateway,
        CallToolRequestParams parameters,
        CancellationToken cancellationToken
    )
    {
        var arguments = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(arguments))
        {
            writer.WriteStartObject();
            foreach ((string name, JsonElement value) in parameters.Arguments ?? new Dictionary<string, JsonElement>())
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        ToolGatewayResult result = await gateway.CallAsync(
            parameters.Name,
            arguments.WrittenMemory,
            NoProgress.Instance,
            cancellationToken
        );
        if (result.Result is not { } tool)
        {
            throw new McpProtocolException(result.UnknownTool!, McpErrorCode.InvalidParams);
        }

        return new CallToolResult { Content = [new TextContentBlock { Text = tool.Text }], IsError = tool.IsError };
    }
}
