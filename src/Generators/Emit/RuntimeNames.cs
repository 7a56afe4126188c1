namespace ClickUpMcp.Generators.Emit;

/// <summary>Qualified names of the runtime's types that emitted code mentions.</summary>
/// <remarks>Always from the root: arguments are called <c>Task</c> and <c>List</c>, which would hide shorter names.</remarks>
internal static class RuntimeNames
{
    public const string Namespace = "ClickUpMcp.Tools";
    public const string ApiNamespace = "ClickUpMcp.Api";
    public const string Tools = "global::ClickUpMcp.Tools.";
    public const string Runtime = Tools + "Runtime.";
    public const string Binding = Tools + "Binding.";
    public const string Api = "global::ClickUpMcp.Api.";
    public const string Projection = "global::ClickUpMcp.Projection.";
    public const string Values = "global::ClickUpMcp.Values.";
    public const string ResolutionNamespace = "ClickUpMcp.Resolution";
    public const string Resolution = "global::ClickUpMcp.Resolution.";

    public const string ArgumentReader = Binding + "ArgumentReader";
    public const string ToolCallContext = Runtime + "ToolCallContext";
    public const string EntityReference = Resolution + "EntityReference";
    public const string EntityKind = Resolution + "EntityKind";
    public const string EntityId = Resolution + "EntityId";
    public const string WorkspaceId = Api + "WorkspaceId";
    public const string Request = Api + "ClickUpRequest";
    public const string RequestBuilder = Api + "ClickUpRequestBuilder";
    public const string Method = Api + "ClickUpMethod";
    public const string ResolvedDate = Values + "ResolvedDate";
    public const string DateExpression = Values + "DateExpression";
    public const string CommentText = Values + "CommentText";
    public const string FileSource = Values + "FileSource";
    public const string DateEdge = Values + "DateEdge";
    public const string DateDirection = Values + "DateDirection";
    public const string DateRule = Runtime + "DateRule";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string Ordinal = "global::System.StringComparison.Ordinal";
    public const string OutOfRange = "global::System.ArgumentOutOfRangeException";
    public const string UnknownKind = $"_ => throw new {OutOfRange}(nameof(kind), kind, message: null),";
}
