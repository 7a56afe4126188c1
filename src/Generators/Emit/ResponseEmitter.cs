using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits how an endpoint tool's answer is shown.</summary>
internal static class ResponseEmitter
{
    private static readonly ResponseModel s_none = new(null, false, "", "Summary", 0, 0, null, null);

    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        ResponseModel response = tool.Response ?? s_none;
        string type = RuntimeNames.Runtime + "ResponseDefinition";
        string shape = response.Shape is { } name ? ShapeEmitter.Reference(name) : "null";
        writer.Line($"protected override {type} Response {{ get; }} = new(");
        using (writer.Indent())
        {
            writer.Line($"{shape},");
            writer.Line($"{CSharpLiterals.Boolean(response.IsList)},");
            writer.Line($"{CSharpLiterals.String(response.Path)},");
            writer.Line($"{RuntimeNames.Projection}DetailLevel.{response.DefaultLevel},");
            writer.Line($"{CSharpLiterals.Integer(response.DefaultLimit)},");
            writer.Line($"{Pagination(response.Pagination)});");
        }

        if (response.Outcome is { Length: > 0 } outcome)
        {
            writer.Line();
            writer.Line(
                $"protected override string? DescribeOutcome({RuntimeNames.Tools}{ArgumentNames.Arguments(tool.Name)} arguments) => {OutcomeText.Expression(tool, outcome)};"
            );
        }
    }

    private static string Pagination(PaginationModel? pagination) =>
        pagination is null
            ? "null"
            : $"new {RuntimeNames.Projection}PaginationDefinition({RuntimeNames.Projection}PaginationStyle.{pagination.Style}, {CSharpLiterals.Integer(pagination.PageSize)}, {CSharpLiterals.Strings([pagination.Parameter, pagination.Next, pagination.Last])})";
}
