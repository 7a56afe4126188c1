using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the definition by which a tool's response is shown.</summary>
internal static class ResponseEmitter
{
    /// <summary>The member that holds the definition, made once for all calls.</summary>
    private const string Shared = "SharedResponse";

    private static readonly ResponseModel None = new(null, false, "", nameof(DetailLevel.Summary), 0, 0, null, null);

    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        ResponseModel response = tool.Response ?? None;
        string type = RuntimeNames.Runtime + "ResponseDefinition";
        string shape = response.Shape is { } name ? ShapeEmitter.Reference(name) : "null";
        writer.Line($"internal static {type} {Shared} {{ get; }} = new(");
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
        writer.Line();
        writer.Line($"protected override {type} Response => {Shared};");
        if (response.Outcome is { Length: > 0 } outcome)
        {
            writer.Line();
            writer.Line(
                $"protected override string? DescribeOutcome({RuntimeNames.Tools}{ArgumentNames.Arguments(tool.Name)} arguments) => {OutcomeText.Expression(tool, outcome)};"
            );
        }
    }

    private static bool HasMembers(ResponseModel response) =>
        response is { MorePaths.Count: > 0 } or { Children.Length: > 0 } or { IsSeries: true } or { Total: not null };

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

            if (response.Total is { } total)
            {
                writer.Line(
                    $"Total = new({CSharpLiterals.String(total.Field)}, [{CSharpLiterals.Strings(total.By)}]),"
                );
            }
        }

        writer.Line("};");
    }

    /// <summary>The definition of a pagination as an expression.</summary>
    public static string Pagination(PaginationModel? pagination)
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
