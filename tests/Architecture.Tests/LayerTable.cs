namespace Architecture.Tests;

/// <summary>What each namespace of the server may use of ours, from the lowest up.</summary>
/// <remarks>Each row says what is true: tests fail for a use that has no row and for a row that has no use.</remarks>
internal static class LayerTable
{
    public static readonly Layer[] Layers =
    [
        new("Errors"),
        new("Values"),
        new("RateLimiting", "Errors"),
        new("Projection", "Errors", "Values"),
        new("Api", "Errors", "Values", "RateLimiting", "Projection"),
        new("Api.Paging", "Projection", "Api"),
        new("Resolution", "Errors", "Values", "Projection", "Api", "Api.Paging"),
        new("Tools.Binding", "Errors", "Values", "Projection", "Resolution"),
        new(
            "Tools.Runtime",
            "Errors",
            "Values",
            "RateLimiting",
            "Projection",
            "Api",
            "Api.Paging",
            "Resolution",
            "Tools.Binding"
        ),
        new("Tools.Catalog", "Tools.Runtime"),
        new("Tools.Policy", "Errors", "Tools.Runtime", "Tools.Catalog"),
        new("Tools.Search", "Errors", "Projection", "Tools.Runtime", "Tools.Catalog"),
        new("Tools.Discovery", "Projection", "Tools.Runtime", "Tools.Catalog", "Tools.Search"),
        new("Tools.Handlers", "Errors", "Values", "Projection", "Api", "Resolution", "Tools.Runtime"),
        new(
            "Tools",
            "Values",
            "Projection",
            "Api",
            "Resolution",
            "Tools.Binding",
            "Tools.Runtime",
            "Tools.Catalog",
            "Tools.Discovery",
            "Tools.Handlers"
        ),
        new("Observability"),
        new("Protocol.Messages", "Projection", "Tools.Runtime"),
        new("Protocol.Inventories", "Tools.Runtime", "Protocol.Messages"),
        new("Protocol.Recording", "Tools.Runtime", "Protocol.Messages"),
        new("Protocol", "Tools.Runtime", "Protocol.Messages", "Protocol.Inventories", "Protocol.Recording"),
        new("Transport", "Protocol.Messages", "Protocol.Inventories", "Protocol.Recording", "Protocol"),
        new(
            "Transport.Http",
            "Tools.Runtime",
            "Protocol.Messages",
            "Protocol.Inventories",
            "Protocol.Recording",
            "Protocol"
        ),
        new(
            "Hosting",
            "Errors",
            "Values",
            "RateLimiting",
            "Projection",
            "Api",
            "Resolution",
            "Tools.Runtime",
            "Tools.Catalog",
            "Tools.Policy",
            "Tools",
            "Observability",
            "Protocol.Messages",
            "Protocol.Inventories",
            "Protocol.Recording",
            "Protocol",
            "Transport",
            "Transport.Http",
            "Sandbox"
        ),
        new("Hosting.Telemetry", "Hosting"),
        new(
            "Hosting.Http",
            "Errors",
            "Tools.Runtime",
            "Tools.Catalog",
            "Tools.Policy",
            "Tools",
            "Observability",
            "Protocol.Messages",
            "Protocol.Inventories",
            "Protocol.Recording",
            "Protocol",
            "Transport.Http",
            "Hosting",
            "Hosting.Telemetry"
        ),
        new(
            "Cli",
            "Projection",
            "Tools.Runtime",
            "Observability",
            "Protocol.Messages",
            "Protocol.Inventories",
            "Transport.Http",
            "Hosting",
            "Hosting.Telemetry",
            "Hosting.Http",
            "Sandbox"
        ),
        new("Program", "Cli", "Hosting"),
    ];

    /// <summary>A tool call's way, for the picture.</summary>
    public static readonly CallStep[] Call =
    [
        new("Transport", "A message arrives over stdio or HTTP."),
        new("Protocol", "The core checks it and claims its id."),
        new("Tools.Runtime", "The dispatcher finds the tool that the policy allows."),
        new("Tools.Binding", "Arguments are read and checked; all errors in one reply."),
        new("Resolution", "Names and dates become ids and instants."),
        new("Tools", "Emitted code builds the request; handlers build several."),
        new("Api", "The client sends it, retries and explains failures."),
        new("RateLimiting", "Each request waits for its own permit."),
        new("Projection", "Raw JSON becomes short, sanitised text."),
        new("Protocol", "The call is recorded and its reply written."),
        new("Transport", "The reply goes back."),
    ];

    public static readonly UpwardUse[] Upward =
    [
        new(
            "Api",
            "Resolution",
            "A request is built from ids, each of a kind; how one is found is Resolution's.",
            "EntityId",
            "EntityKind",
            "EntityKindSet",
            "EntityNoun"
        ),
        new("Tools.Runtime", "Tools.Catalog", "A call looks its tool up in the inventory, which makes the tool."),
        new("Tools.Runtime", "Tools.Search", "A call of an unknown tool is told which one its name may mean."),
        new("Tools.Discovery", "Tools", "Its handlers take emitted arguments."),
        new("Tools.Handlers", "Tools", "Handlers take emitted arguments and send emitted operations."),
        new("Hosting", "Hosting.Telemetry", "The options hold where traces go, and the stdio host starts the export."),
        new("Hosting", "Hosting.Http", "The composition root and the options hold the parts of the HTTP host."),
    ];
}
