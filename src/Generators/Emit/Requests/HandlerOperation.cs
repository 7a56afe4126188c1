using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>An operation as a handler calls it: what its own arguments say is passed on, the rest it gives.</summary>
/// <param name="Tool">The handler's entry.</param>
/// <param name="Used">The entry whose requests it sends.</param>
internal sealed record HandlerOperation(ToolModel Tool, ToolModel Used)
{
    private const string GivenWorkspace = "workspace";
    private readonly string _record = ArgumentNames.Resolved(Tool.Name);
    private readonly IReadOnlyList<Operation> _operations = Operation.Of(Used);

    /// <summary>The condition, within the tool's resolved record, that the request needs the workspace.</summary>
    /// <param name="test">What chooses a request; null when it is not one of the tool's arguments.</param>
    public string NeedsWorkspace(Func<RequestModel, RequestTest?> test) =>
        RequestChoice.Condition(Used.Requests, test, Bindings.UseWorkspace);

    /// <summary>Emits the method that builds the request.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="workspace">The expression for the workspace's id; null where the handler gives it.</param>
    public void Emit(SourceWriter writer, string? workspace)
    {
        if (Used.IsStub)
        {
            writer.Line(StubEmitter.Operation("public", Used));
            return;
        }

        List<OperationParameter> given =
        [
            .. Used
                .Arguments.Where(a => a.Role != ArgumentRole.Workspace)
                .Where(a =>
                    _operations.Any(o => o.Find(a.Name) is not null || o.Request.When == a.Name) && !IsProjected(a)
                )
                .Select(a => new OperationParameter(a, IsRequired(a))),
        ];
        IEnumerable<string> parameters = given
            .OrderBy(static p => !p.IsRequired)
            .Select(static parameter => parameter.Declaration);
        if (workspace is null && Used.Requests.Any(Bindings.UseWorkspace))
        {
            parameters = parameters.Prepend($"{RuntimeNames.WorkspaceId} {GivenWorkspace}");
        }

        writer.Line(
            $"/// <summary>The request of <c>{Used.Name}</c>, with these arguments where it has them too.</summary>"
        );
        writer.Line($"public {RuntimeNames.Request} {Operation.NameOf(Used)}({string.Join(", ", parameters)}) =>");
        using (writer.Indent())
        {
            string separator = "";
            foreach (Operation operation in _operations)
            {
                string? choice = operation.Request.When is null ? null : Condition(operation.Request, given);
                writer.Line(
                    $"{separator}{choice}{Call(operation, given, workspace ?? GivenWorkspace)}{(choice is null ? ";" : "")}"
                );
                if (choice is null)
                {
                    break;
                }

                separator = ": ";
            }
        }
    }

    // What is always so needs no question, and no request after its own.
    private string? Condition(RequestModel request, List<OperationParameter> given)
    {
        ArgumentModel argument =
            given.Find(p => p.Argument.Name == request.When)?.Argument
            ?? Tool.Arguments.First(a => a.Name == request.When);
        RequestTest test = RequestTest.Of(request, argument, Given(argument.Name, given));
        return test.Holds == RequestChoice.Always ? null : $"{test.Holds} ? ";
    }

    private string Call(Operation operation, List<OperationParameter> given, string workspace)
    {
        IEnumerable<string> arguments = operation.Parameters.Select(parameter =>
            $"{parameter.Name}: {(parameter.Argument.Role == ArgumentRole.Workspace ? workspace : Value(parameter, given))}"
        );
        return $"{operation.QualifiedName}({string.Join(", ", arguments)})";
    }

    private string Value(OperationParameter parameter, List<OperationParameter> given)
    {
        string value = Given(parameter.Argument.Name, given);
        bool mayBeNull = IsProjected(parameter.Argument)
            ? !CSharpTypes.IsAlwaysSet(ArgumentProjection.Find(Tool, parameter.Argument)!)
            : given.Find(p => p.Argument == parameter.Argument)!.MayBeNull;
        return !mayBeNull || parameter.MayBeNull ? value
            : parameter.Default is { } literal ? $"{value} ?? {literal}"
            : value + (ResolvedTypes.IsValueType(parameter.Argument.Type) ? "!.Value" : "!");
    }

    private string Given(string argument, List<OperationParameter> given) =>
        given.Find(p => p.Argument.Name == argument) is { } parameter
            ? parameter.Name
            : ArgumentNames.Property(_record, Tool.Arguments.First(a => a.Name == argument));

    private bool IsProjected(ArgumentModel argument) =>
        ArgumentProjection.Of(Tool, Used, argument) == Passing.Projected
        && (_operations.Count > 1 || !IsRequired(argument) || IsSet(argument));

    private bool IsSet(ArgumentModel argument) => CSharpTypes.IsAlwaysSet(ArgumentProjection.Find(Tool, argument)!);

    private bool IsRequired(ArgumentModel argument) =>
        argument.Required || (_operations.Count == 1 && _operations[0].Find(argument.Name) is { IsRequired: true });
}
