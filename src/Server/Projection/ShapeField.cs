namespace ClickUpMcp.Projection;

/// <summary>One row of a shape: what a field is called and where it comes from.</summary>
/// <param name="Name">The name the model reads.</param>
/// <param name="From">Dotted path into the raw item; <c>[]</c> after a name maps over an array.</param>
/// <param name="Kind">How the value is read and shown.</param>
/// <param name="Level">The lowest detail level that shows it; <see cref="DetailLevel.Full"/> means only by name in <c>fields</c>.</param>
/// <param name="MaxLength">For <see cref="FieldKind.Text"/>: characters shown before it is cut; 0 means no limit.</param>
internal sealed record ShapeField(string Name, string From, FieldKind Kind, DetailLevel Level, int MaxLength = 0);
