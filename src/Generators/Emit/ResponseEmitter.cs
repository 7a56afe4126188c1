using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits how a tool's answer is shown: for the endpoint's base class, or for the handler to use.</summary>
internal static class ResponseEmitter
{
    private static readonly ResponseModel None = new(null, false, "", nameof(DetailLevel.Summary), 0, 0, null, null);

    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        ResponseModel response = tool.Response ?? None;
        string type = RuntimeNames.Runtime + "ResponseDefinition";
        string shape = response.Shape is { } name ? ShapeEmitter.Reference(name) : "null";
        bool isHandler = tool.Requests.Count == 0;
        string member = isHandler ? $"internal static {type} Answer" : $"protected override {type} Response";
        writer.Line($"{member} {{ get; }} = new(");
        using (writer.Indent())
        {
            writer.Line($"{shape},");
            writer.Line($"{CSharpLiterals.Boolean(response.IsList)},");
            writer.Line($"{CSharpLiterals.String(response.Path)},");
            writer.Line($"{RuntimeNames.Projection}DetailLevel.{response.DefaultLevel},");
            writer.Line($"{CSharpLiterals.Integer(response.DefaultLimit)},");
            writer.Line($"{Pagination(response.Pagination)}){(HasMembers(response) ? "" : ";")}");
        }

        EmitMembers(writer, response);

        if (isHandler && response.Shape is not null)
        {
            writer.Line();
            writer.Line($"public override {type}? Output => Answer;");
        }

        if (!isHandler && response.Outcome is { Length: > 0 } outcome)
        {
            writer.Line();
            writer.Line(
                $"protected override string? DescribeOutcome({RuntimeNames.Tools}{ArgumentNames.Arguments(tool.Name)} arguments) => {OutcomeText.Expression(tool, outcome)};"
            );
        }
    }

    private static bool HasMembers(ResponseModel response) =>
        response is { MorePaths.Count: > 0 } or { Children.Length: > 0 } or { IsSeries: true };

    private static void EmitMembers(SourceWriter writer, ResponseModel response)
    {
        if (!HasMembers(response))
        {
            return;
        }

        writer.Line("{");
        using (writer.Indent())
        {
            if (response.MorePaths.Count > 0)
            {
                writer.Line($"MorePaths = [{CSharpLiterals.Strings(response.MorePaths)}],");
            }

            if (response.Children.Length > 0)
            {
                writer.Line($"Children = {CSharpLiterals.String(response.Children)},");
            }

            if (response.IsSeries)
            {
                writer.Line("IsSeries = true,");
            }
        }

        writer.Line("};");
    }

    private static string Pagination(PaginationModel? pagination)
    {
        if (pagination is null)
        {
            return "null";
        }

        string names = CSharpLiterals.Strings([pagination.Parameter, pagination.Next, pagination.Last]);
        string members =
            pagination.LastItem.Length > 0 ? $" {{ LastItem = {CSharpLiterals.String(pagination.LastItem)} }}"
            : pagination.First != 0 ? $" {{ First = {CSharpLiterals.Integer(pagination.First)} }}"
            : "";
        return $"new {RuntimeNames.Projection}PaginationDefinition({RuntimeNames.Projection}PaginationStyle.{pagination.Style}, {CSharpLiterals.Integer(pagination.PageSize)}, {names}){members}";
    }
}
