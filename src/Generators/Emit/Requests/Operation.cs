using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>One request of an entry as a method that takes ids and values: its name and parameters.</summary>
/// <param name="Tool">The entry.</param>
/// <param name="Request">The request.</param>
internal sealed record Operation(ToolModel Tool, RequestModel Request)
{
    public const string ClassName = "ClickUpOperations";

    /// <summary>What stands in a name before what chooses the request.</summary>
    public const string Choice = "For";

    /// <summary>The method's name: the entry's, and for all but the last request what must be given for it.</summary>
    public string Name => NameOf(Tool) + (Request.When is { } when ? Choice + CSharpNames.Pascal(when) + Value : "");

    // That it is true goes without saying.
    private string Value =>
        Request.WhenValue is null or "true" ? "" : CSharpNames.Pascal(JsonConstant.Text(Request.WhenValue));

    public string QualifiedName => $"{RuntimeNames.Api}{ClassName}.{Name}";

    /// <summary>What the request binds; required parameters first, each kind in the order of the arguments.</summary>
    public IReadOnlyList<OperationParameter> Parameters
    {
        get
        {
            List<OperationParameter> all =
            [
                .. Tool
                    .Arguments.Where(a => Bindings.Use(Request, a))
                    .Select(a => new OperationParameter(a, IsRequired(a))),
            ];
            return [.. all.Where(static p => p.IsRequired), .. all.Where(static p => !p.IsRequired)];
        }
    }

    /// <summary>All operations of an entry.</summary>
    public static IReadOnlyList<Operation> Of(ToolModel tool) =>
        [.. tool.Requests.Select(request => new Operation(tool, request))];

    /// <summary>The C# name that an entry's operations begin with.</summary>
    public static string NameOf(ToolModel tool) => CSharpNames.Pascal(tool.Name);

    /// <summary>The parameter for an argument; null when the request does not bind it.</summary>
    public OperationParameter? Find(string? argument) => Parameters.FirstOrDefault(p => p.Argument.Name == argument);

    private bool IsRequired(ArgumentModel argument) =>
        argument.Required
        || argument.Name == Request.When
        || (argument.Type.Kind == TypeKind.Date && argument.Default is not null)
        || argument.Role == ArgumentRole.Workspace
        || (DefaultValues.Of(argument) is null && Request.Path.Any(part => part.Binding?.Argument == argument.Name));
}
