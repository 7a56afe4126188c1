namespace ClickUpMcp.Tools.Catalog;

/// <summary>Resources of one kind, as the spec has them: each is read by a call of a tool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people see.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Uri">The template of the URIs; each variable in braces is an argument of the tool.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="Tool">The tool; it only reads.</param>
/// <param name="Arguments">Further arguments of the tool, as a JSON object.</param>
/// <param name="IsWatched">Whether clients may ask to be told of changes.</param>
internal sealed record ResourceTemplate(
    string Name,
    string Title,
    string Description,
    string Uri,
    ResourceVariable[] Variables,
    string Tool,
    string Arguments,
    bool IsWatched
);
