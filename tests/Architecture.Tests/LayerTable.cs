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
        new("Resolution", "Errors", "Api"),
        new("Tools.Binding", "Errors", "Values", "Projection", "Resolution"),
        new("Tools.Runtime", "Errors", "Values", "RateLimiting", "Projection", "Api", "Resolution", "Tools.Binding"),
        new("Tools.Catalog", "Tools.Runtime"),
        new("Tools.Policy", "Errors", "Tools.Runtime", "Tools.Catalog"),
        new("Tools.Discovery", "Projection", "Resolution", "Tools.Runtime", "Tools.Catalog"),
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
        new("Transport", "Projection", "Tools.Runtime"),
        new("Transport.Sdk", "Tools.Runtime", "Transport"),
        new("Transport.Http", "Tools.Runtime", "Transport", "Transport.Sdk"),
        new(
            "Hosting",
            "Errors",
            "RateLimiting",
            "Projection",
            "Api",
            "Resolution",
            "Tools.Runtime",
            "Tools.Catalog",
            "Tools.Policy",
            "Tools",
            "Observability",
            "Transport",
            "Transport.Http",
            "Sandbox"
        ),
        new(
            "Hosting.Http",
            "Errors",
            "RateLimiting",
            "Tools.Runtime",
            "Tools.Catalog",
            "Tools.Policy",
            "Tools",
            "Observability",
            "Transport",
            "Transport.Sdk",
            "Transport.Http",
            "Hosting"
        ),
        new(
            "Cli",
            "Tools.Runtime",
            "Observability",
            "Transport",
            "Transport.Http",
            "Hosting",
            "Hosting.Http",
            "Sandbox"
        ),
        new("Program", "Cli", "Hosting"),
    ];

    /// <summary>A tool call's way, for the picture.</summary>
    public static readonly CallStep[] Call =
    [
        new("Transport", "A message arrives over stdio or HTTP."),
        new("Tools.Runtime", "The dispatcher finds the tool that the policy allows."),
        new("Tools.Binding", "Arguments are read and checked; all errors in one reply."),
        new("Resolution", "Names and dates become ids and instants."),
        new("Tools", "Emitted code builds the request; handlers build several."),
        new("Api", "The client sends it, retries and explains failures."),
        new("RateLimiting", "Each request waits for its own permit."),
        new("Projection", "Raw JSON becomes short, sanitised text."),
        new("Transport", "The reply goes back."),
    ];

    public static readonly UpwardUse[] Upward =
    [
        new(
            "Api",
            "Resolution",
            "A request is built from references; how one gets its id is Resolution's.",
            "EntityReference",
            "EntityKind",
            "EntityKindSet",
            "EntityNoun"
        ),
        new("Tools.Runtime", "Tools.Catalog", "A call looks its tool up in the inventory, which makes the tool."),
        new("Tools.Discovery", "Tools", "Its handlers take emitted arguments."),
        new("Tools.Handlers", "Tools", "Handlers take emitted arguments and send emitted operations."),
        new("Transport", "Transport.Sdk", "The message handler starts the SDK's server for what it does not reply to."),
        new("Hosting", "Hosting.Http", "The composition root and the options hold the parts of the HTTP host."),
    ];
}
