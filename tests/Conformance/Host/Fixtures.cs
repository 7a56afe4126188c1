using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace ClickUpMcp.Conformance;

/// <summary>The server that the conformance suite expects: its tools, prompts and resources, by the names it calls them.</summary>
internal static class Fixtures
{
    public static McpServerOptions CreateOptions() =>
        new()
        {
            ServerInfo = new Implementation { Name = "conformance-fixtures", Version = "1.0.0" },
            Capabilities = new ServerCapabilities
            {
                Tools = new ToolsCapability(),
                Prompts = new PromptsCapability(),
                Resources = new ResourcesCapability { Subscribe = true },
                Logging = new LoggingCapability(),
                Completions = new CompletionsCapability(),
            },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => new ValueTask<ListToolsResult>(FixtureTools.List()),
                CallToolHandler = FixtureTools.CallAsync,
                ListPromptsHandler = (_, _) => new ValueTask<ListPromptsResult>(FixturePrompts.List()),
                GetPromptHandler = (request, _) => new ValueTask<GetPromptResult>(FixturePrompts.Get(request.Params)),
                ListResourcesHandler = (_, _) => new ValueTask<ListResourcesResult>(FixtureResources.List()),
                ListResourceTemplatesHandler = (_, _) =>
                    new ValueTask<ListResourceTemplatesResult>(FixtureResources.ListTemplates()),
                ReadResourceHandler = (request, _) =>
                    new ValueTask<ReadResourceResult>(FixtureResources.Read(request.Params.Uri)),
                SubscribeToResourcesHandler = (_, _) => new ValueTask<EmptyResult>(new EmptyResult()),
                UnsubscribeFromResourcesHandler = (_, _) => new ValueTask<EmptyResult>(new EmptyResult()),
                SetLoggingLevelHandler = (_, _) => new ValueTask<EmptyResult>(new EmptyResult()),
                CompleteHandler = (_, _) =>
                    new ValueTask<CompleteResult>(
                        new CompleteResult
                        {
                            Completion = new Completion
                            {
                                Values = [],
                                Total = 0,
                                HasMore = false,
                            },
                        }
                    ),
            },
        };
}
