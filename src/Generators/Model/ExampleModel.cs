namespace ClickUpMcp.Generators.Model;

/// <summary>An example: arguments as compact JSON text, and the request they must produce.</summary>
/// <param name="Arguments">The arguments object as JSON text.</param>
/// <param name="Request">Request line such as <c>GET /api/v2/task/9hz</c>; null for a handler tool.</param>
/// <param name="Body">Expected body as compact JSON text; null for none.</param>
internal sealed record ExampleModel(string Arguments, string? Request, string? Body);
