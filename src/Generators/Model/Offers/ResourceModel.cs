namespace ClickUpMcp.Generators.Model;

/// <summary>Resources of one kind: a template of their URIs, and the tool that reads one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people see.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Uri">The template; each variable is an argument of the tool.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Further arguments of the tool as a JSON object.</param>
/// <param name="IsWatched">Whether clients may ask to be told of changes.</param>
internal sealed record ResourceModel(
    string Name,
    string Title,
    string Description,
    string Uri,
    EquatableArray<ResourceVariableModel> Variables,
    string Tool,
    string Arguments,
    bool IsWatched
);
