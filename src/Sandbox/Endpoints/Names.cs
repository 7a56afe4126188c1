using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The <c>name</c> of a body.</summary>
internal static class Names
{
    public static string Required(RequestBody body, string refusal, string? code = "INPUT_005") =>
        body.Text("name") is { } name && !string.IsNullOrWhiteSpace(name)
            ? name
            : throw Refuse.BadRequest(refusal, code);

    public static string OrCurrent(RequestBody body, string current) =>
        body.Text("name") is { Length: > 0 } name ? name : current;
}
