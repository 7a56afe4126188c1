using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Arguments as the generator emits them, written by hand.</summary>
internal sealed record EchoArguments : IToolArguments
{
    public required EntityReference Task { get; init; }

    public bool Subtasks { get; init; }

    public OutputOptions? Output { get; init; }

    public EntityReference? Workspace { get; init; }

    public void WriteTo(CanonicalWriter writer)
    {
        writer.Write("task", Task);
        writer.Write("subtasks", Subtasks);
    }

    public static EchoArguments? Bind(ArgumentReader reader)
    {
        EntityReference? task = reader.Required("task", "task_id").AsEntity(EntityKind.Task);
        bool? subtasks = reader.Optional("subtasks").AsBoolean();
        OutputOptions output = reader.Output((OutputArguments)15, EchoTool.Shape, 100);
        return reader.Complete()
            ? new EchoArguments
            {
                Task = task!,
                Subtasks = subtasks ?? false,
                Output = output,
            }
            : null;
    }
}

/// <summary>An endpoint tool as the generator emits them.</summary>
internal sealed class EchoTool(string name, ResponseDefinition response) : EndpointTool<EchoArguments>
{
    public static ShapeDefinition Shape { get; } =
        new(
            "task",
            "tasks",
            [
                new ShapeField("id", "id", FieldKind.Id, DetailLevel.Names),
                new ShapeField("name", "name", FieldKind.String, DetailLevel.Names),
            ]
        );

    public override string Name => name;

    protected override ResponseDefinition Response => response;

    protected override EchoArguments? Bind(ArgumentReader reader) => EchoArguments.Bind(reader);

    protected override async ValueTask<ClickUpRequest> PrepareAsync(
        EchoArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        EntityId task = await context.ResolveAsync(arguments.Task, context.Scope(false), cancellationToken);
        return new("Echo", ClickUpMethod.Get, $"/api/v2/task/{task.Value}", string.Empty, default);
    }

    protected override string? DescribeOutcome(EchoArguments arguments) => $"Deleted task {arguments.Task.Text}.";
}

/// <summary>A handler tool as the generator emits them.</summary>
internal sealed class EchoHandlerTool(Func<EchoArguments, ToolResult> handle)
    : HandlerTool<EchoArguments, EchoArguments>(new Handler(handle))
{
    public override string Name => "echo_handler";

    protected override ResponseDefinition Response { get; } =
        new(null, false, string.Empty, DetailLevel.Summary, 0, null);

    protected override EchoArguments? Bind(ArgumentReader reader) => EchoArguments.Bind(reader);

    protected override ValueTask<EchoArguments> ResolveAsync(
        EchoArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => new(arguments);

    private sealed class Handler(Func<EchoArguments, ToolResult> handle) : IToolHandler<EchoArguments>
    {
        public ValueTask<HandlerResult> HandleAsync(
            EchoArguments arguments,
            ToolCallContext context,
            CancellationToken cancellationToken
        ) => new(HandlerResult.Of(handle(arguments)));
    }
}
