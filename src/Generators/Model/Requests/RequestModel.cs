namespace ClickUpMcp.Generators.Model;

/// <summary>An HTTP request of an endpoint tool.</summary>
/// <param name="Operation">The official operation id.</param>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">Literal and bound parts in order; version prefix included.</param>
/// <param name="Query">Query parameters in order.</param>
/// <param name="Body">The root of the body; null for none.</param>
/// <param name="CustomTaskIds">Name of the task argument for which <c>custom_task_ids</c> and <c>team_id</c> are sent when a custom id was given; null when the endpoint does not take them.</param>
internal sealed record RequestModel(
    string Operation,
    string Method,
    EquatableArray<PathPartModel> Path,
    EquatableArray<QueryModel> Query,
    BodyNodeModel? Body,
    string? CustomTaskIds
)
{
    /// <summary>The argument that must be given for it to be sent; null for the last or only one.</summary>
    public string? When { get; init; }

    /// <summary>The JSON text of the value that the argument must have; null when it need only be given.</summary>
    public string? WhenValue { get; init; }

    /// <summary>The kinds of things whose cached listings it makes stale (members of the runtime's EntityKind).</summary>
    public EquatableArray<string> Invalidates { get; init; }

    /// <summary>Documented places that it deliberately does not bind.</summary>
    public EquatableArray<ExcuseModel> Unbound { get; init; }

    /// <summary>Places that it deliberately sends in another way than documented.</summary>
    public EquatableArray<ExcuseModel> Deviations { get; init; }

    /// <summary>Constant headers, in order.</summary>
    public EquatableArray<HeaderModel> Headers { get; init; }

    /// <summary>The parts of a multipart body; none when it has another body or none.</summary>
    public EquatableArray<FormPartModel> Form { get; init; }

    /// <summary>How it is compared with what came back; null for a request that only reads.</summary>
    public ReadBackModel? ReadBack { get; init; }

    /// <summary>Whether a success has no body, as the API's document says.</summary>
    public bool HasEmptyResponse { get; init; }

    /// <summary>The sentence for a thing that was there before it was to be created; null when nothing tells.</summary>
    public string? Existing { get; init; }

    /// <summary>What errors mean for it, where the general table would mislead.</summary>
    public EquatableArray<RequestErrorModel> Errors { get; init; }
}
